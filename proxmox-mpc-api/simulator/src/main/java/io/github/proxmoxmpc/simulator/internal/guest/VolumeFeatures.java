package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The features of volumes by the type of their storage (PVE::Storage plugins of 9.2). */
record VolumeFeatures(Cluster cluster, @Nullable String snapshot) {
  private static final Set<String> SNAPSHOTTING_STORAGES =
      Set.of("zfspool", "lvmthin", "rbd", "btrfs", "cephfs");

  /** Returns whether each disk of a configuration has a feature. */
  boolean allHave(String feature, ClusterGuest guest, ConfigSection config) {
    return disks(guest, config).stream().allMatch(drive -> has(feature, drive.file()));
  }

  /** Returns the disks that are volumes, without discs and unused disks. */
  static List<Drive> disks(ClusterGuest guest, ConfigSection config) {
    return Drive.all(guest.kind(), config).stream()
        .filter(drive -> !drive.isCdrom() && !drive.key().startsWith("unused"))
        .filter(drive -> drive.volid().isPresent())
        .toList();
  }

  /** Returns whether a volume has a feature: {@code snapshot}, {@code clone}, {@code copy}. */
  boolean has(String feature, String volid) {
    String type = storage(cluster, volid).map(ClusterStorage::type).orElse("");
    boolean isQcow2 = VolumeCatalog.format(volid).equals("qcow2");
    boolean snapshots = isQcow2 || SNAPSHOTTING_STORAGES.contains(type);
    return switch (feature) {
      case "snapshot" -> snapshots;
      case "clone" -> isBase(volid) || (snapshot != null && snapshots && !isQcow2);
      default -> snapshot == null || snapshots;
    };
  }

  private static boolean isBase(String volid) {
    String name = volid.substring(Math.max(volid.lastIndexOf('/'), volid.indexOf(':')) + 1);
    return name.startsWith("base-") || name.startsWith("basevol-");
  }

  /** Returns the storage of a volume. */
  static Optional<ClusterStorage> storage(Cluster cluster, String volid) {
    int colon = volid.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.ofNullable(cluster.storages().get(volid.substring(0, colon)));
  }
}
