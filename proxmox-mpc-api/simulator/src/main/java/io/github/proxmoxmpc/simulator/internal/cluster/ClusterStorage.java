package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A storage: its section of {@code storage.cfg} and its volumes. Guarded by the cluster's lock. */
public final class ClusterStorage {
  private final String id;
  private final SortedMap<String, String> options;
  private final SortedMap<String, Volume> volumes = new TreeMap<>();
  private final Map<String, VolumeFacts> facts = new HashMap<>();
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

  /** Returns the declaration of the type. */
  public StorageType declaration() {
    return StorageType.of(type());
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
    return declaration().isAlwaysShared() || "1".equals(options.get("shared"));
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
    return declaration().hasDirectory();
  }

  /** Returns the content types that the storage may hold. */
  public String content() {
    return option("content", declaration().defaultContent());
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

  /** Adds a volume about which nothing more is known. */
  public void add(Volume volume) {
    add(volume, VolumeFacts.UNKNOWN);
  }

  /** Adds a volume with its facts. */
  public void add(Volume volume, VolumeFacts itsFacts) {
    volumes.put(volume.volid(), volume);
    facts.put(volume.volid(), itsFacts);
  }

  /** Returns the facts of a volume. */
  public VolumeFacts facts(String volid) {
    return facts.getOrDefault(volid, VolumeFacts.UNKNOWN);
  }

  /** Replaces the facts of a volume. */
  public void setFacts(String volid, VolumeFacts itsFacts) {
    facts.put(volid, itsFacts);
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
