package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.error.AuthenticationException;
import io.github.proxmoxmpc.api.error.NotFoundException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.error.ServerException;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
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

  private final ClusterReader cluster;
  private final ClusterListing listing;
  private final Map<Location, Set<String>> contents = new ConcurrentHashMap<>();

  MissingVolumes(ClusterReader cluster, ClusterListing listing) {
    this.cluster = cluster;
    this.listing = listing;
  }

  /** Returns the missing volumes of a virtual machine on a node. */
  SortedSet<String> of(NodeName node, ConfigDocument config) {
    SortedSet<String> missing = new TreeSet<>();
    config
        .values()
        .forEach(
            (key, value) -> {
              String volume = DRIVE.matcher(key).matches() ? volumeToCheck(key, value) : null;
              if (volume != null && isMissing(node, volume)) {
                missing.add(volume);
              }
            });
    return missing;
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

  private boolean isMissing(NodeName node, String volume) {
    StorageId storage;
    try {
      storage = StorageId.of(volume.substring(0, volume.indexOf(':')));
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (!listing.availability(storage).contains(node)) {
      return false;
    }
    Set<String> content =
        contents.computeIfAbsent(new Location(node, storage), this::contentOrNothing);
    return !content.contains(volume) && isConfirmed(node, storage, volume);
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
  private boolean isConfirmed(NodeName node, StorageId storage, String volume) {
    try {
      cluster.checkVolume(node, storage, volume);
      return false;
    } catch (NotFoundException | ServerException e) {
      return true;
    } catch (AuthenticationException e) {
      throw e;
    } catch (ProxmoxException e) {
      return false;
    }
  }

  private record Location(NodeName node, StorageId storage) {}
}
