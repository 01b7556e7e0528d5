package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The configuration in a backup, as it is restored. */
final class ArchivedConfig {
  private static final BigDecimal GIB = BigDecimal.valueOf(1024L * 1024 * 1024);

  private final RoutedCall call;
  private final GuestKind kind;
  private final String backup;

  ArchivedConfig(RoutedCall call, GuestKind kind, String backup) {
    this.call = call;
    this.kind = kind;
    this.backup = backup;
  }

  /** Returns the configuration of a backup as it is restored, without the disks. */
  StoredConfig withoutDrives() {
    StringBuilder text = new StringBuilder();
    for (String line : backup.split("\n", -1)) {
      String key = line.replaceFirst(":.*", "");
      if (line.isEmpty() || line.startsWith("#qmdump#") || line.startsWith("#vzdump#")) {
        continue;
      }
      if (Drive.isKey(kind, key)) {
        Drive drive = Drive.parse(key, line.substring(key.length() + 1).strip());
        if (kind == GuestKind.VM && "0".equals(drive.option("backup"))) {
          // The server keeps the disk that is not in the backup as a comment.
          text.append('#').append(line).append('\n');
        }
        continue;
      }
      if (!key.matches("lock|parent|template")) {
        text.append(line).append('\n');
      }
    }
    return StoredConfig.parse(kind, text.toString());
  }

  /** Returns the values that create the disks of the restored guest. */
  Map<String, String> disks() {
    Map<String, String> orders = new LinkedHashMap<>();
    boolean isGiven = kind == GuestKind.CONTAINER && call.has("rootfs");
    for (Drive drive : Drive.all(kind, StoredConfig.parse(kind, backup).current())) {
      if (drive.key().startsWith("unused")
          || isGiven
          || "0".equals(drive.option("backup")) && kind == GuestKind.VM) {
        continue;
      }
      String volid = drive.volid().orElse("");
      boolean isDisc = drive.isCdrom() && !drive.isCloudInit();
      if (volid.isEmpty() || isDisc) {
        orders.put(drive.key(), ConfigWriter.print(drive.file(), drive.options()));
      } else {
        orders.put(drive.key(), order(drive, volid));
      }
    }
    return orders;
  }

  private String order(Drive drive, String volid) {
    String original = volid.substring(0, volid.indexOf(':'));
    String id = call.text("storage", kind == GuestKind.VM ? original : "local");
    Map<String, String> options = new TreeMap<>(drive.options());
    options.remove("size");
    options.remove("media");
    if (drive.isCloudInit()) {
      return ConfigWriter.print(id + ":cloudinit", options);
    }
    ClusterStorage target = StorageAccess.find(call, id);
    String format = VolumeCatalog.format(volid);
    if (kind == GuestKind.VM && target.isFileBased()) {
      boolean isPossible = target.declaration().formats().contains(format);
      options.put("format", isPossible ? format : target.declaration().formats().get(0));
    }
    BigDecimal size = new BigDecimal(drive.size().orElse(0L)).divide(GIB);
    return ConfigWriter.print(id + ":" + size.toPlainString(), options);
  }

  /** Gives a restored guest the ids that it does not share with the archived one. */
  void personalize(ClusterGuest guest) {
    guest
        .config()
        .change(
            config -> {
              String generation = config.get("vmgenid");
              if (generation != null && !generation.equals("0")) {
                config.set("vmgenid", call.cluster().newUuid());
              }
              if (!call.isTrue("unique")) {
                return;
              }
              for (String key : List.copyOf(config.keys())) {
                String value = config.get(key);
                if (value != null && key.matches("net\\d+")) {
                  config.set(
                      key,
                      value.replaceFirst(
                          "(?i)[0-9a-f]{2}(?::[0-9a-f]{2}){5}", call.cluster().newMac()));
                } else if (value != null && key.equals("smbios1")) {
                  config.set(
                      key, value.replaceFirst("uuid=[^,]*", "uuid=" + call.cluster().newUuid()));
                }
              }
            });
  }
}
