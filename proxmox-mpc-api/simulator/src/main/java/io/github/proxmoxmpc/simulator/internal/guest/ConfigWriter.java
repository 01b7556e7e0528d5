package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.OptionSchema;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.schema.MalformedPropertyException;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.schema.ParsedPropertyString;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeSize;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes keys into a guest's configuration as the server does: creates requested disks, adds MAC
 * addresses, sorts tags, and keeps changes pending that a running guest cannot take.
 */
final class ConfigWriter {
  private static final long GIB = 1024L * 1024 * 1024;
  private static final long CLOUD_INIT_SIZE = 4L * 1024 * 1024;
  private static final long EFI_VARIABLES_SIZE = 528L * 1024;
  private static final long TPM_STATE_SIZE = 4L * 1024 * 1024;
  private static final Pattern NEW_DISK =
      Pattern.compile("([A-Za-z][A-Za-z0-9\\-_.]*):(\\d+(?:\\.\\d+)?|cloudinit)");

  /**
   * Keys that apply to a running VM at once ($fast_plug_option of PVE::QemuServer, and hotplug).
   */
  private static final Pattern VM_AT_ONCE =
      Pattern.compile(
          "description|name|tags|onboot|startup|protection|hookscript|lock|shares|migrate_downtime"
              + "|migrate_speed|vmstatestorage|net\\d+|(?:scsi|virtio)\\d+|usb\\d+|unused\\d+");

  /** Keys that apply to a running container only at its next start. */
  private static final Pattern CONTAINER_LATER =
      Pattern.compile(
          "arch|cmode|console|tty|features|entrypoint|env|nameserver|searchdomain|ostype|rootfs"
              + "|unprivileged|timezone|dev\\d+|debug");

  private final RoutedCall call;
  private final ClusterGuest guest;
  private Consumer<String> log = line -> {};

  ConfigWriter(RoutedCall call, ClusterGuest guest) {
    this.call = call;
    this.guest = guest;
  }

  /** Returns a writer that reports its work to a task's log. */
  ConfigWriter loggingTo(Consumer<String> lines) {
    log = lines;
    return this;
  }

  void set(String key, String value) {
    String written = normalize(key, value);
    if (waits(key)) {
      guest
          .config()
          .changePending(
              pending -> {
                Set<String> deletions = new TreeSet<>(pending.deletions());
                if (deletions.remove(key)) {
                  if (deletions.isEmpty()) {
                    pending.remove("delete");
                  } else {
                    pending.set("delete", String.join(",", deletions));
                  }
                }
                pending.set(key, written);
              });
      return;
    }
    String before = guest.config().current().get(key);
    if (before != null && isDisk(key) && !sameVolume(before, written)) {
      keepAsUnused(key, before);
    }
    guest.config().change(config -> config.set(key, written));
    guest.config().revert(key);
    if (isDisk(key) && !key.startsWith("unused")) {
      Drive.parse(key, written).volid().ifPresent(this::forgetUnused);
    }
  }

  // A volume that is used again is no longer unused (write_vm_config, write_pct_config).
  private void forgetUnused(String volid) {
    for (Drive drive : Drive.all(guest.kind(), guest.config().current())) {
      if (drive.key().startsWith("unused") && drive.file().equals(volid)) {
        guest.config().change(config -> config.remove(drive.key()));
      }
    }
  }

  void delete(String key) {
    if (waits(key) && guest.config().current().get(key) != null) {
      guest.config().deletePending(key);
      return;
    }
    String before = guest.config().current().get(key);
    if (before != null && isDisk(key)) {
      if (key.startsWith("unused")) {
        Drive.parse(key, before).volid().ifPresent(this::removeVolume);
      } else {
        keepAsUnused(key, before);
      }
    }
    guest.config().change(config -> config.remove(key));
    guest.config().revert(key);
  }

  private boolean waits(String key) {
    if (!guest.isRunning()) {
      return false;
    }
    return guest.kind() == GuestKind.VM
        ? !VM_AT_ONCE.matcher(key).matches()
        : CONTAINER_LATER.matcher(key).matches();
  }

  private boolean isDisk(String key) {
    return Drive.isKey(guest.kind(), key);
  }

  private static boolean sameVolume(String before, String after) {
    return Drive.parse("", before).file().equals(Drive.parse("", after).file());
  }

  // A detached disk stays on its storage, and in the configuration as unused.
  void keepAsUnused(String key, String value) {
    Drive drive = Drive.parse(key, value);
    if (drive.isCdrom() || drive.isCloudInit() || key.startsWith("unused")) {
      return;
    }
    drive
        .volid()
        .filter(volid -> volid.contains("-" + guest.vmid() + "-"))
        .ifPresent(
            volid -> {
              int number = 0;
              while (guest.config().current().get("unused" + number) != null) {
                number++;
              }
              String unused = "unused" + number;
              guest.config().change(config -> config.set(unused, volid));
            });
  }

  private void removeVolume(String volid) {
    ClusterStorage storage = call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
    if (storage != null) {
      storage.volumes().remove(volid);
    }
  }

  /** Returns the value as the file holds it. */
  private String normalize(String key, String value) {
    if (isDisk(key)) {
      return disk(key, value);
    }
    if (key.matches("net\\d+")) {
      return network(key, value);
    }
    return switch (key) {
      case "tags" -> String.join(";", new TreeSet<>(ParameterCheck.split(value)));
      case "vmgenid" -> value.equals("1") ? call.cluster().newUuid() : value;
      case "machine" -> reprinted(key, value);
      case "description" -> value;
      default -> value.stripTrailing();
    };
  }

  private String reprinted(String key, String value) {
    try {
      return ParsedPropertyString.parse(parts(key), value).toString();
    } catch (MalformedPropertyException e) {
      return value;
    }
  }

  private Map<String, Property> parts(String key) {
    return OptionSchema.of(guest.kind()).property(key).map(Property::parts).orElse(Map.of());
  }

  private String network(String key, String value) {
    ParsedPropertyString network;
    try {
      network = ParsedPropertyString.parse(parts(key), value);
    } catch (MalformedPropertyException e) {
      throw RefusalException.parameter(key, "invalid format - " + e.getMessage() + "\n");
    }
    if (guest.kind() == GuestKind.VM) {
      return (network.get("macaddr") == null
              ? network.with("macaddr", call.cluster().newMac())
              : network)
          .toString();
    }
    if (network.get("hwaddr") == null) {
      network = network.with("hwaddr", call.cluster().newMac());
    }
    return network.with("type", "veth").toString();
  }

  private String disk(String key, String value) {
    Drive drive = Drive.parse(key, value);
    Map<String, String> options = new TreeMap<>(drive.options());
    String format = options.remove("format");
    String importFrom = options.remove("import-from");
    String file = drive.file();
    Matcher ordered = NEW_DISK.matcher(file);
    if (ordered.matches()) {
      ClusterStorage storage = StorageAccess.active(call, ordered.group(1));
      Volume volume = allocate(storage, key, ordered.group(2), format);
      if (importFrom != null) {
        log.accept("importing " + importFrom);
      }
      file = volume.volid();
      if (ordered.group(2).equals("cloudinit")) {
        options.put("media", "cdrom");
      } else {
        options.put("size", VolumeSize.format(volume.size()));
      }
      log.accept(key + ": successfully created disk '" + print(file, options) + "'");
    } else {
      drive.volid().ifPresent(volid -> addSize(volid, options));
    }
    return print(file, options);
  }

  private void addSize(String volid, Map<String, String> options) {
    String id = volid.substring(0, volid.indexOf(':'));
    ClusterStorage storage = StorageAccess.enabled(call, id);
    Volume volume = new VolumeCatalog(call.cluster()).find(storage, volid).orElse(null);
    boolean isCloudInit = volid.contains("cloudinit");
    if (volume != null && volume.size() > 0 && !isCloudInit) {
      options.putIfAbsent("size", VolumeSize.format(volume.size()));
    }
  }

  private Volume allocate(
      ClusterStorage storage,
      String key,
      String size,
      @org.jspecify.annotations.Nullable String format) {
    String content = guest.kind() == GuestKind.VM ? "images" : "rootdir";
    if (!storage.holds(content)) {
      throw RefusalException.failure(
          "storage '" + storage.id() + "' does not support content-type '" + content + "'");
    }
    VolumeCatalog volumes = new VolumeCatalog(call.cluster());
    if (size.equals("cloudinit")) {
      String type = storage.isFileBased() ? "qcow2" : "raw";
      return volumes.allocate(
          storage, guest, new VolumeCatalog.Disk(type, CLOUD_INIT_SIZE, "cloudinit", "vm-"));
    }
    long bytes =
        switch (key) {
          case "efidisk0" -> EFI_VARIABLES_SIZE;
          case "tpmstate0" -> TPM_STATE_SIZE;
          default -> new BigDecimal(size).multiply(BigDecimal.valueOf(GIB)).longValue();
        };
    String type = format == null || !storage.isFileBased() ? "raw" : format;
    boolean isDirectory = storage.isFileBased() && bytes == 0;
    if (guest.kind() == GuestKind.CONTAINER && (storage.type().equals("zfspool") || isDirectory)) {
      type = "subvol";
    }
    return volumes.allocate(storage, guest, VolumeCatalog.Disk.numbered(type, bytes));
  }

  // The volume comes first, a mount point's path second, then the rest in order.
  static String print(String file, Map<String, String> options) {
    Map<String, String> ordered = new LinkedHashMap<>();
    String mountPath = options.get("mp");
    if (mountPath != null) {
      ordered.put("mp", mountPath);
    }
    ordered.putAll(new TreeMap<>(options));
    StringBuilder text = new StringBuilder(file);
    ordered.forEach((name, value) -> text.append(',').append(name).append('=').append(value));
    return text.toString();
  }
}
