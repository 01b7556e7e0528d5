package io.github.proxmoxmpc.simulator.internal.resource;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.schema.Booleans;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values for lists and status that follow from a guest's configuration. */
public final class GuestFacts {
  private static final long MIB = 1024L * 1024;
  private static final long DEFAULT_MEMORY_MIB = 512;
  private static final long DEFAULT_ROOTFS = 4L * 1024 * MIB;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
  private static final Pattern MEMORY = Pattern.compile("(?:current=)?(\\d+).*");

  private final ClusterGuest guest;
  private final ConfigSection config;
  private final int nodeCpus;

  /** Reads the current configuration of a guest on a node with this number of processors. */
  public GuestFacts(ClusterGuest guest, int nodeCpus) {
    this.guest = guest;
    this.config = guest.config().current();
    this.nodeCpus = nodeCpus;
  }

  /** Returns the memory in bytes. */
  public long maximumMemory() {
    return mib("memory") * MIB;
  }

  /** Returns the swap space of a container in bytes. */
  public long maximumSwap() {
    return mib("swap") * MIB;
  }

  private long mib(String key) {
    String value = config.get(key);
    if (value == null) {
      return DEFAULT_MEMORY_MIB;
    }
    Matcher matcher = MEMORY.matcher(value);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : DEFAULT_MEMORY_MIB;
  }

  /**
   * Returns the processors as {@code status/current} and the node's lists show them. For a
   * container with a limit and without cores this is the limit, as text (seen on 9.2.11).
   */
  public Object cpus() {
    if (guest.kind() == GuestKind.CONTAINER) {
      String cores = config.get("cores");
      String limit = config.get("cpulimit");
      if (cores != null && Booleans.isTrue(cores)) {
        return cores.matches("\\d{1,9}") ? (Object) Long.valueOf(cores) : cores;
      }
      return limit != null && Booleans.isTrue(limit) ? limit : (Object) (long) nodeCpus;
    }
    String vcpus = config.get("vcpus");
    if (vcpus != null && Booleans.isTrue(vcpus)) {
      return Long.valueOf(vcpus);
    }
    long cpus =
        Long.parseLong(config.get("sockets", "1")) * Long.parseLong(config.get("cores", "1"));
    return Math.min(cpus, nodeCpus);
  }

  /** Returns the processors as a number, for the cluster's list. */
  public Number maximumCpu() {
    Object cpus = cpus();
    if (cpus instanceof Number number) {
      return number;
    }
    // Perl reads the digits at the beginning of a text, and 0 if there are none.
    Matcher digits = NUMBER.matcher(cpus.toString());
    return digits.lookingAt() ? new BigDecimal(digits.group()) : (Number) 0;
  }

  /** Returns the size in bytes of a VM's first boot disk or a container's root file system. */
  public long maximumDisk() {
    if (guest.kind() == GuestKind.CONTAINER) {
      String rootfs = config.get("rootfs");
      return rootfs == null
          ? DEFAULT_ROOTFS
          : Drive.parse("rootfs", rootfs).size().orElse(DEFAULT_ROOTFS);
    }
    return bootDisks().stream()
        .map(config::get)
        .filter(java.util.Objects::nonNull)
        .map(value -> Drive.parse("", value))
        .filter(drive -> !drive.isCdrom())
        .findFirst()
        .flatMap(Drive::size)
        .orElse(0L);
  }

  private List<String> bootDisks() {
    String boot = config.get("boot", "");
    int order = boot.indexOf("order=");
    if (order >= 0) {
      String list = boot.substring(order + "order=".length());
      int comma = list.indexOf(',');
      return List.of((comma < 0 ? list : list.substring(0, comma)).split("[;\\s]+"));
    }
    String bootdisk = config.get("bootdisk");
    if (bootdisk != null) {
      return List.of(bootdisk);
    }
    List<String> disks = new ArrayList<>();
    for (Drive drive : Drive.all(GuestKind.VM, config)) {
      if (!drive.isCdrom() && drive.key().matches("(?:ide|sata|scsi|virtio)\\d+")) {
        disks.add(drive.key());
      }
    }
    return disks;
  }

  /** Returns whether a VM's configuration enables the guest agent. */
  public boolean hasAgent() {
    for (String part : config.get("agent", "").split(",", -1)) {
      String value = part.startsWith("enabled=") ? part.substring("enabled=".length()) : part;
      if (!part.contains("=") || part.startsWith("enabled=")) {
        return Booleans.normalize(value).equals("1");
      }
    }
    return false;
  }

  /** Returns the tags, or null. */
  public @Nullable String tags() {
    return config.get("tags");
  }

  /** Returns the lock, or null. */
  public @Nullable String lock() {
    return config.get("lock");
  }
}
