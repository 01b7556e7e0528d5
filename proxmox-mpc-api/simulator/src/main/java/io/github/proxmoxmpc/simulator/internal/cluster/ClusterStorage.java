package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A storage: its section of {@code storage.cfg} and its volumes. Guarded by the cluster's lock. */
public final class ClusterStorage {
  private static final Set<String> FILE_BASED =
      Set.of("dir", "nfs", "cifs", "btrfs", "cephfs", "glusterfs");
  private static final Set<String> ALWAYS_SHARED =
      Set.of("nfs", "cifs", "cephfs", "rbd", "pbs", "iscsi", "iscsidirect", "zfs", "esxi");

  private final String id;
  private final SortedMap<String, String> options;
  private final SortedMap<String, Volume> volumes = new TreeMap<>();
  private boolean reachable = true;

  /**
   * Makes an empty storage.
   *
   * @param options its section of {@code storage.cfg}, {@code type} among them
   */
  public ClusterStorage(String id, Map<String, String> options) {
    this.id = id;
    this.options = new TreeMap<>(options);
  }

  /** Its name. */
  public String id() {
    return id;
  }

  /** {@code dir}, {@code lvmthin}, {@code nfs}, ... */
  public String type() {
    return option("type", "dir");
  }

  /** Its section of {@code storage.cfg}. */
  public SortedMap<String, String> options() {
    return options;
  }

  /** An option of it. */
  public String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** If several nodes see the same. */
  public boolean isShared() {
    return ALWAYS_SHARED.contains(type()) || "1".equals(options.get("shared"));
  }

  /** If it is not switched off. */
  public boolean isEnabled() {
    return !"1".equals(options.get("disable"));
  }

  /** If it may be used on a node. */
  public boolean isFor(String node) {
    String nodes = options.get("nodes");
    return nodes == null || Arrays.asList(nodes.split(",")).contains(node);
  }

  /** If volumes are files with a suffix, and not block devices. */
  public boolean isFileBased() {
    return FILE_BASED.contains(type());
  }

  /** What it may hold, {@code none} if nothing is said. */
  public String content() {
    return option(
        "content", isFileBased() ? "images,rootdir,iso,vztmpl,backup,snippets" : "images,rootdir");
  }

  /** If it may hold that kind of content. */
  public boolean holds(String kind) {
    return Arrays.asList(content().split(",")).contains(kind);
  }

  /** Where its files lie. */
  public String path() {
    return switch (type()) {
      case "lvm", "lvmthin" -> "/dev/" + option("vgname", "pve");
      case "zfspool" -> "/dev/zvol/" + option("pool", "rpool");
      case "rbd" -> "rbd:" + option("pool", "rbd");
      default -> option("path", "/mnt/pve/" + id);
    };
  }

  /** If it can be reached at all. */
  public boolean isReachable() {
    return reachable;
  }

  /** Takes it off the network, or brings it back. */
  public void setReachable(boolean canBeReached) {
    reachable = canBeReached;
  }

  /** The volumes that were put there, by volume id; those of guests' configurations come on top. */
  public SortedMap<String, Volume> volumes() {
    return volumes;
  }

  /** A volume, or null. */
  public @Nullable Volume volume(String volid) {
    return volumes.get(volid);
  }

  /** Adds a volume. */
  public void add(Volume volume) {
    volumes.put(volume.volid(), volume);
  }

  /** Removes a guest's volumes. */
  public void removeVolumesOf(int vmid) {
    List<Volume> all = new ArrayList<>(volumes.values());
    for (Volume volume : all) {
      Integer owner = volume.vmid();
      if (owner != null && owner == vmid && !volume.content().equals("backup")) {
        volumes.remove(volume.volid());
      }
    }
  }
}
