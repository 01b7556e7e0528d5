package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.ApiException;
import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds volumes of virtual machines that their storage does not have. Checks only EFI disks and
 * disks without a file extension: for those a tool has to ask the storage for the format, and a
 * missing volume fails its whole run. Thread-safe.
 */
final class MissingVolumes {
  private static final Pattern DRIVE = Pattern.compile("(?:ide|sata|scsi|virtio)\\d+|efidisk0");
  private static final Pattern ON_STORAGE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*:.+");

  /**
   * How storages report a volume that they do not have, in the order of the alternatives: files and
   * iSCSI (PVE::API2::Storage::Content), LVM, ZFS, Ceph (the tools that the plugins of PVE::Storage
   * 9.2 run).
   */
  private static final Pattern MISSING =
      Pattern.compile(
          "volume_size_info on '.*' failed - no (?:format|size)"
              + "|Failed to find logical volume"
              + "|cannot open '.*': dataset does not exist"
              + "|error opening image .*No such file or directory");

  private final ClusterReader cluster;
  private final ClusterListing listing;
  private final Map<Location, Set<String>> contents = new ConcurrentHashMap<>();

  MissingVolumes(ClusterReader cluster, ClusterListing listing) {
    this.cluster = cluster;
    this.listing = listing;
  }

  /**
   * The result of a check.
   *
   * @param missing the volumes that their storage does not have
   * @param failures the messages of checks that failed; their volumes do not count as missing
   */
  record Result(SortedSet<String> missing, List<String> failures) {}

  /** Checks the volumes of a virtual machine on a node. */
  Result check(NodeName node, ConfigDocument config) {
    Result result = new Result(new TreeSet<>(), new ArrayList<>());
    config
        .values()
        .forEach(
            (key, value) -> {
              String volume = DRIVE.matcher(key).matches() ? volumeToCheck(key, value) : null;
              if (volume != null) {
                check(node, volume, result);
              }
            });
    return result;
  }

  private static @Nullable String volumeToCheck(String key, String value) {
    String volume = null;
    for (String property : value.split(",")) {
      if (property.startsWith("format=") || property.equals("media=cdrom")) {
        return null;
      }
      if (!property.contains("=") || property.startsWith("file=")) {
        volume = property.substring(property.startsWith("file=") ? "file=".length() : 0);
      }
    }
    if (volume == null || !ON_STORAGE.matcher(volume).matches()) {
      return null;
    }
    return key.equals("efidisk0") || !hasExtension(volume) ? volume : null;
  }

  private static boolean hasExtension(String volume) {
    return volume.substring(volume.lastIndexOf('/') + 1).contains(".");
  }

  private void check(NodeName node, String volume, Result result) {
    StorageId storage;
    try {
      storage = StorageId.of(volume.substring(0, volume.indexOf(':')));
    } catch (IllegalArgumentException e) {
      return;
    }
    if (!listing.availability(storage).contains(node)) {
      return;
    }
    Location location = new Location(node, storage);
    Set<String> content = contents.computeIfAbsent(location, this::contentOrNothing);
    if (!content.contains(volume)) {
      ask(location, volume, result);
    }
  }

  private Set<String> contentOrNothing(Location location) {
    try {
      return cluster.volumes(location.node(), location.storage());
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      // Each volume is then checked on its own.
      return Set.of();
    }
  }

  // The list omits volumes that the token may not see, and names linked clones in another form.
  private void ask(Location location, String volume, Result result) {
    try {
      cluster.checkVolume(location.node(), location.storage(), volume);
    } catch (AuthenticationException e) {
      throw e;
    } catch (PermissionException e) {
      // The server wants VM.Config.Disk for this (PVE 9.2), which a token that only reads lacks. It
      // is then unknown whether the volume exists.
    } catch (ProxmoxException e) {
      if (e instanceof ApiException answer && isMissing(answer)) {
        result.missing().add(volume);
      } else {
        result.failures().add(SyncFailure.messageOf(e));
      }
    }
  }

  private static boolean isMissing(ApiException answer) {
    return answer.status() == 500 && MISSING.matcher(answer.reason()).find();
  }

  private record Location(NodeName node, StorageId storage) {}
}
