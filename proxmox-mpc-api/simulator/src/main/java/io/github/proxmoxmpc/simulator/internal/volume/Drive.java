package io.github.proxmoxmpc.simulator.internal.volume;

import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A disk or mount point of a configuration. Reads any value tolerantly.
 *
 * @param key the configuration key, {@code scsi0} or {@code rootfs}
 * @param file a volume id, a path, {@code none} or {@code cdrom}
 * @param options the other parts
 */
public record Drive(String key, String file, Map<String, String> options) {
  private static final Pattern VM_KEY =
      Pattern.compile("(?:ide|sata|scsi|virtio|unused)\\d+|efidisk0|tpmstate0");
  private static final Pattern CONTAINER_KEY = Pattern.compile("rootfs|(?:mp|unused)\\d+");
  private static final Pattern VOLUME_ID = Pattern.compile("(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]:\\S+");

  /** Returns whether a configuration key describes a disk or mount point. */
  public static boolean isKey(GuestKind kind, String key) {
    return (kind == GuestKind.VM ? VM_KEY : CONTAINER_KEY).matcher(key).matches();
  }

  /** Reads a value. */
  public static Drive parse(String key, String value) {
    String file = "";
    Map<String, String> options = new LinkedHashMap<>();
    for (String part : value.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? "" : part.substring(0, equals);
      if (equals < 0 && file.isEmpty()) {
        file = part;
      } else if (name.equals("file") || name.equals("volume")) {
        file = part.substring(equals + 1);
      } else if (equals >= 0) {
        options.put(name, part.substring(equals + 1));
      }
    }
    return new Drive(key, file, options);
  }

  /** Returns all disks and mount points of a configuration, in the order of their keys. */
  public static List<Drive> all(GuestKind kind, ConfigSection config) {
    List<Drive> drives = new ArrayList<>();
    for (String key : config.keys()) {
      String value = config.get(key);
      if (value != null && isKey(kind, key)) {
        drives.add(parse(key, value));
      }
    }
    return drives;
  }

  /** Returns an option, or null. */
  public @Nullable String option(String name) {
    return options.get(name);
  }

  /**
   * Returns whether this is a CD-ROM drive, with or without a disc. Cloud-init drives count too.
   */
  public boolean isCdrom() {
    return "cdrom".equals(options.get("media")) || file.equals("cdrom") || file.equals("none");
  }

  /** Returns whether the volume holds cloud-init data. */
  public boolean isCloudInit() {
    return file.matches(".*[:/-]cloudinit(\\.\\w+)?") || file.contains("-cloudinit");
  }

  /** Returns the volume id, empty for a path on the node, a device, or an empty drive. */
  public Optional<String> volid() {
    return VOLUME_ID.matcher(file).matches() ? Optional.of(file) : Optional.empty();
  }

  /** Returns the size in bytes, empty if the configuration does not state it. */
  public Optional<Long> size() {
    return Optional.ofNullable(options.get("size")).flatMap(VolumeSize::parse);
  }
}
