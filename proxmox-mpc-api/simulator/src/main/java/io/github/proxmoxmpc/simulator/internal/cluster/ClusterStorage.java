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
   * Creates an empty storage.
   *
   * @param options its section of {@code storage.cfg}, including {@code type}
   */
  public ClusterStorage(String id, Map<String, String> options) {
    this.id = id;
    this.options = new TreeMap<>(options);
  }

  /** Returns the id. */
  public String id() {
    return id;
  }

  /** Returns the type: {@code dir}, {@code lvmthin}, {@code nfs}, ... */
  public String type() {
    return option("type", "dir");
  }

  /** Returns the section of {@code storage.cfg}. */
  public SortedMap<String, String> options() {
    return options;
  }

  /** Returns an option, or the given default. */
  public String option(String name, String otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** Returns whether all nodes see the same volumes. */
  public boolean isShared() {
    return ALWAYS_SHARED.contains(type()) || "1".equals(options.get("shared"));
  }

  /** Returns whether the storage is enabled. */
  public boolean isEnabled() {
    return !"1".equals(options.get("disable"));
  }

  /** Returns whether a node may use the storage. */
  public boolean isFor(String node) {
    String nodes = options.get("nodes");
    return nodes == null || Arrays.asList(nodes.split(",")).contains(node);
  }

  /** Returns whether volumes are files with a suffix and not block devices. */
  public boolean isFileBased() {
    return FILE_BASED.contains(type());
  }

  /** Returns the content types that the storage may hold. */
  public String content() {
    return option(
        "content", isFileBased() ? "images,rootdir,iso,vztmpl,backup,snippets" : "images,rootdir");
  }

  /** Returns whether the storage may hold this content type. */
  public boolean holds(String kind) {
    return Arrays.asList(content().split(",")).contains(kind);
  }

  /** Returns the directory of its files. */
  public String path() {
    return switch (type()) {
      case "lvm", "lvmthin" -> "/dev/" + option("vgname", "pve");
      case "zfspool" -> "/dev/zvol/" + option("pool", "rpool");
      case "rbd" -> "rbd:" + option("pool", "rbd");
      default -> option("path", "/mnt/pve/" + id);
    };
  }

  /** Returns whether the nodes can reach the storage. */
  public boolean isReachable() {
    return reachable;
  }

  /** Sets whether the nodes can reach the storage. */
  public void setReachable(boolean canBeReached) {
    reachable = canBeReached;
  }

  /**
   * Returns the declared volumes by volume id, without those that only guest configurations
   * mention.
   */
  public SortedMap<String, Volume> volumes() {
    return volumes;
  }

  /** Returns a volume, or null. */
  public @Nullable Volume volume(String volid) {
    return volumes.get(volid);
  }

  /** Adds a volume. */
  public void add(Volume volume) {
    volumes.put(volume.volid(), volume);
  }

  /** Removes the volumes of a guest. */
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
