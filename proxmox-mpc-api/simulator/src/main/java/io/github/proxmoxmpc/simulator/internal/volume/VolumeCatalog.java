package io.github.proxmoxmpc.simulator.internal.volume;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of storages: declared volumes, and volumes that guest configurations mention. An
 * estate therefore need not declare the volumes that its guests use.
 */
public final class VolumeCatalog {
  private static final Pattern OWNER =
      Pattern.compile("(?:.*/)?(?:vm|base|subvol|basevol)-(\\d+)-[^/]+");
  private static final Pattern SUFFIX = Pattern.compile(".*\\.(raw|qcow2|vmdk|qcow|qed|subvol)");

  private final Cluster cluster;

  /** Creates a catalog for a cluster. */
  public VolumeCatalog(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns all volumes of a storage, by volume id. */
  public SortedMap<String, Volume> of(ClusterStorage storage) {
    SortedMap<String, Volume> volumes = new TreeMap<>();
    for (ClusterGuest guest : cluster.guests().values()) {
      collect(storage, guest, guest.config().current(), volumes);
      collect(storage, guest, guest.config().pending(), volumes);
      for (String name : guest.config().snapshots()) {
        guest
            .config()
            .snapshot(name)
            .ifPresent(section -> collect(storage, guest, section, volumes));
      }
    }
    volumes.putAll(storage.volumes());
    return volumes;
  }

  /** Returns a volume of a storage. */
  public Optional<Volume> find(ClusterStorage storage, String volid) {
    return Optional.ofNullable(of(storage).get(volid));
  }

  /** Creates a disk for a guest on a storage. */
  public Volume allocate(ClusterStorage storage, ClusterGuest guest, Disk disk) {
    String suffix = storage.isFileBased() ? "." + disk.format() : "";
    String directory = storage.isFileBased() ? guest.vmid() + "/" : "";
    Collection<String> taken = of(storage).keySet();
    String stem = disk.format().equals("subvol") ? "subvol-" : disk.prefix();
    String name = disk.name();
    String volid;
    if (name == null) {
      int number = 0;
      while (isTaken(taken, diskName(storage, guest.vmid(), number, suffix))) {
        number++;
      }
      volid = storage.id() + ":" + directory + stem + guest.vmid() + "-disk-" + number + suffix;
    } else {
      volid = storage.id() + ":" + directory + stem + guest.vmid() + "-" + name + suffix;
    }
    String content = guest.kind() == GuestKind.VM ? "images" : "rootdir";
    Volume volume = new Volume(volid, content, disk.format(), disk.size(), guest.vmid());
    storage.add(volume);
    return volume;
  }

  // As on the server, a number is taken with any suffix where the type has subvolumes, and only
  // with the own suffix elsewhere (get_vm_disk_number of PVE::Storage::Plugin 9.2).
  private static Pattern diskName(ClusterStorage storage, int vmid, int number, String suffix) {
    boolean hasSubvolumes = storage.declaration().formats().contains("subvol");
    return Pattern.compile(
        (hasSubvolumes ? "(?:vm|base|subvol|basevol)-" : "(?:vm|base)-")
            + vmid
            + "-disk-"
            + number
            + (hasSubvolumes ? "(?:\\..*)?" : Pattern.quote(suffix)));
  }

  private static boolean isTaken(Collection<String> volids, Pattern name) {
    return volids.stream()
        .map(volid -> volid.replaceFirst("^.*[:/]", ""))
        .anyMatch(last -> name.matcher(last).matches());
  }

  /**
   * A disk to create.
   *
   * @param format {@code raw}, {@code qcow2}, {@code subvol}
   * @param size size in bytes
   * @param name the name in place of {@code disk-N}, or null
   * @param prefix {@code vm-} or {@code base-}
   */
  public record Disk(String format, long size, @Nullable String name, String prefix) {
    /** Returns a disk with the next free number. */
    public static Disk numbered(String format, long size) {
      return new Disk(format, size, null, "vm-");
    }
  }

  private static void collect(
      ClusterStorage storage,
      ClusterGuest guest,
      ConfigSection config,
      SortedMap<String, Volume> volumes) {
    for (Drive drive : Drive.all(guest.kind(), config)) {
      drive
          .volid()
          .filter(volid -> volid.startsWith(storage.id() + ":"))
          .ifPresent(volid -> volumes.putIfAbsent(volid, derive(guest, drive, volid)));
    }
    String vmstate = config.get("vmstate");
    if (vmstate != null && vmstate.startsWith(storage.id() + ":")) {
      volumes.putIfAbsent(vmstate, derive(guest, Drive.parse("vmstate", vmstate), vmstate));
    }
  }

  private static Volume derive(ClusterGuest guest, Drive drive, String volid) {
    String path = volid.substring(volid.indexOf(':') + 1);
    long size = drive.size().orElse(0L);
    if (path.startsWith("iso/")) {
      return new Volume(volid, "iso", "iso", size, null);
    }
    if (path.startsWith("import/")) {
      return new Volume(volid, "import", format(path), size, null);
    }
    Matcher owner = OWNER.matcher(path);
    int vmid = owner.matches() ? Integer.parseInt(owner.group(1)) : guest.vmid();
    String content = guest.kind() == GuestKind.VM ? "images" : "rootdir";
    return new Volume(volid, content, format(path), size, vmid);
  }

  /**
   * Returns the format that the name of a volume implies: without a suffix it is a block device,
   * hence raw.
   */
  public static String format(String path) {
    Matcher suffix = SUFFIX.matcher(path);
    if (suffix.matches()) {
      return suffix.group(1);
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith("subvol-") || name.startsWith("basevol-") ? "subvol" : "raw";
  }
}
