package io.github.proxmoxmpc.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * For each configuration key another value that the server takes too: what a colleague might set by
 * hand. The first row that fits is used.
 */
final class ChangedValue {
  private static final List<AttributeMapping> VM =
      List.of(
          row("name", value -> value + "-b"),
          row("description", value -> value + " changed"),
          row("tags", value -> value + ";drift"),
          row("cores|sockets", ChangedValue::plusOne),
          row("vcpus", ChangedValue::minusOne),
          row("memory", value -> Integer.toString(Integer.parseInt(value) + 128)),
          row("balloon", value -> value.equals("0") ? "128" : "512"),
          row("hugepages", value -> value.equals("2") ? "1024" : "2"),
          row("affinity", value -> "0-1"),
          row("cpuunits", value -> "1500"),
          row("cpulimit", value -> "1.5"),
          row("shares", value -> "1500"),
          row(
              "cpu",
              value -> "max" + (value.contains(",") ? value.substring(value.indexOf(',')) : "")),
          row("arch", value -> value.equals("aarch64") ? "x86_64" : "aarch64"),
          row("numa\\d+", value -> set(value, "memory", "1024")),
          row("net\\d+", ChangedValue::otherBridge),
          row("(ide|sata|scsi|virtio)\\d+", ChangedValue::otherDisk),
          row("efidisk0", value -> toggle(value, "efitype", "4m", "2m")),
          row("tpmstate0", value -> toggle(value, "version", "v1.2", "v2.0")),
          row("unused\\d+", value -> value + "0"),
          row("bios", value -> value.equals("ovmf") ? "seabios" : "ovmf"),
          row("boot", value -> value.startsWith("order=net0") ? "order=ide2" : "order=net0"),
          row("bootdisk", value -> "scsi0"),
          row("machine", value -> value.startsWith("q35") ? "pc-q35-8.1" : "q35"),
          row("ostype", value -> value.equals("l26") ? "win10" : "l26"),
          row("scsihw", value -> value.equals("lsi") ? "megasas" : "lsi"),
          row("vga", value -> value.startsWith("virtio") ? "qxl" : "virtio"),
          row("audio0", value -> toggle(value, "device", "AC97", "intel-hda")),
          row("rng0", value -> toggle(value, "source", "/dev/urandom", "/dev/random")),
          row(
              "watchdog",
              value -> value.contains("ib700") ? "model=i6300esb,action=pause" : "ib700"),
          row("usb\\d+", value -> value.startsWith("host=1-2") ? "host=1-3" : "host=1-2"),
          row("hostpci\\d+", value -> set(value, "pcie", value.contains("pcie=1") ? "0" : "1")),
          row("serial\\d+", value -> value.equals("socket") ? "/dev/ttyS0" : "socket"),
          row("parallel\\d+", value -> "/dev/parport1"),
          row("startup", value -> set(value, "order", "77")),
          row("hotplug", value -> value.equals("disk") ? "network" : "disk"),
          row("keyboard", value -> value.equals("fr") ? "de" : "fr"),
          row("args", value -> value + " -no-user-config"),
          row("hookscript", value -> "local:snippets/other.pl"),
          row("agent", value -> value.matches("(enabled=)?1.*") ? "enabled=0" : "1"),
          row("cicustom", value -> "user=local:snippets/user.yaml"),
          row("cipassword", value -> "another-made-up-one"),
          row("citype", value -> value.equals("nocloud") ? "configdrive2" : "nocloud"),
          row("ciuser", value -> value + "2"),
          row("ipconfig\\d+", value -> "ip=198.51.100.7/24"),
          row("nameserver", value -> "198.51.100.53"),
          row("searchdomain", value -> "other.example.com"),
          row("sshkeys", value -> value.replace("IJ4c", "IJ4d")),
          row("smbios1", value -> set(set(value, "family", "b3RoZXI="), "base64", "1")),
          row("virtiofs\\d+", value -> value.replaceFirst("^[^,]*", "other")),
          row("amd-sev", value -> toggle(value, "type", "snp", "es")),
          row("spice_enhancements", value -> "videostreaming=all"),
          row("startdate", value -> "2010-01-01T00:00:00"),
          row("vmgenid", value -> "8a2d7f4e-9f0c-4a54-8f53-000000009999"),
          row("vmstatestorage", value -> "local-lvm"),
          row("meta", value -> value + "1"),
          row("parent", value -> ""),
          row(
              "acpi|allow-ksm|autostart|ciupgrade|freeze|keephugepages|kvm|localtime|numa|onboot|protection"
                  + "|reboot|tablet|tdf|template",
              ChangedValue::not));

  private static final List<AttributeMapping> CONTAINER =
      List.of(
          row("hostname", value -> value + "-b"),
          row("description", value -> value.stripTrailing() + " changed"),
          row("tags", value -> value + ";drift"),
          row("cores|tty", ChangedValue::plusOne),
          row("memory|swap", value -> Integer.toString(Integer.parseInt(value) + 64)),
          row("cpulimit", value -> "0.5"),
          row("cpuunits", value -> "700"),
          row("arch", value -> value.equals("arm64") ? "amd64" : "arm64"),
          row("net\\d+", value -> toggle(value, "bridge", "vmbr0", "vmbr1")),
          row("rootfs", ChangedValue::grown),
          row("mp\\d+", value -> set(value, "mp", "/elsewhere")),
          row("dev\\d+", value -> set(value, "mode", "0640")),
          row("features", value -> value.contains("nesting=1") ? "keyctl=1" : "nesting=1"),
          row("ostype", value -> value.equals("debian") ? "alpine" : "debian"),
          row("cmode", value -> value.equals("shell") ? "tty" : "shell"),
          row("startup", value -> set(value, "order", "77")),
          row("hookscript", value -> "local:snippets/other.pl"),
          row("nameserver", value -> "198.51.100.53"),
          row("searchdomain", value -> "other.example.com"),
          row("timezone", value -> "Europe/Vienna"),
          row("lock", value -> ""),
          row("console|debug|onboot|protection|template|unprivileged", ChangedValue::not));

  private ChangedValue() {}

  /** Another value for a key of a VM; empty when the key is to be taken out. */
  static String ofVm(String key, String value) {
    return of(VM, key, value);
  }

  /** Another value for a key of a container; empty when the key is to be taken out. */
  static String ofContainer(String key, String value) {
    return of(CONTAINER, key, value);
  }

  /**
   * The value with one part of its property string changed at a time: each part that has a name.
   * The server would refuse some of them; what counts is that the provider reads something else.
   */
  static List<String> ofParts(String key, String value) {
    List<String> changed = new ArrayList<>();
    String[] parts = value.split(",");
    for (String part : parts) {
      int equals = part.indexOf('=');
      if (equals > 0 && part.substring(0, equals).matches("[A-Za-z][\\w-]*")) {
        String name = part.substring(0, equals);
        String text = part.substring(equals + 1);
        boolean isBase64 = key.equals("smbios1") && !name.equals("uuid") && text.length() > 1;
        changed.add(set(value, name, isBase64 ? "b3RoZXI=" : ofPart(text)));
      }
    }
    return changed;
  }

  private static String ofPart(String value) {
    if (value.matches("[01]")) {
      return not(value);
    }
    if (value.matches("\\d{1,9}")) {
      return plusOne(value);
    }
    if (value.matches("\\d{1,9}[KMGT]")) {
      return Integer.parseInt(value.substring(0, value.length() - 1)) * 2 + "T";
    }
    if (value.matches("(?:[0-9A-F]{2}:){5}[0-9A-F]{2}")) {
      return "02:00:00:00:00:0A";
    }
    if (value.matches("\\d+\\.\\d+")) {
      return value + "5";
    }
    if (value.matches("\\d+(?:;\\d+)+")) {
      return value + ";99";
    }
    return value + "x";
  }

  private static String of(List<AttributeMapping> rows, String key, String value) {
    String changed =
        rows.stream()
            .filter(row -> row.key().matcher(key).matches())
            .findFirst()
            .orElseThrow(() -> new AssertionError("no row says how '" + key + "' is changed"))
            .change()
            .of(value);
    if (changed.equals(value)) {
      throw new AssertionError("'" + key + ": " + value + "' would not change");
    }
    return changed;
  }

  private static AttributeMapping row(String key, Change change) {
    return new AttributeMapping(Pattern.compile(key), change);
  }

  private static String plusOne(String value) {
    return Integer.toString(Integer.parseInt(value) + 1);
  }

  private static String minusOne(String value) {
    return Integer.toString(Integer.parseInt(value) - 1);
  }

  private static String not(String value) {
    return value.equals("1") ? "0" : "1";
  }

  private static String otherBridge(String value) {
    return value.contains("bridge=")
        ? toggle(value, "bridge", "vmbr0", "vmbr1")
        : value + ",bridge=vmbr1";
  }

  private static String otherDisk(String value) {
    if (value.startsWith("none")) {
      return "local:iso/other.iso,media=cdrom,size=1M";
    }
    if (value.contains("cloudinit")) {
      return "tank:vm-9-cloudinit,media=cdrom,size=4M";
    }
    if (value.contains("media=cdrom")) {
      return "none,media=cdrom";
    }
    return toggle(value, "cache", "writeback", "unsafe");
  }

  private static String grown(String value) {
    return set(value, "size", value.contains("size=9G") ? "10G" : "9G");
  }

  private static String toggle(String value, String key, String one, String other) {
    return set(value, key, value.contains(key + "=" + one) ? other : one);
  }

  /** The property string with one part set anew, or added at its end. */
  private static String set(String value, String key, String part) {
    List<String> parts = new ArrayList<>(Arrays.asList(value.split(",")));
    int at =
        Collections.indexOfSubList(
            parts.stream().map(each -> each.split("=")[0]).toList(), List.of(key));
    if (at < 0) {
      parts.add(key + "=" + part);
    } else {
      parts.set(at, key + "=" + part);
    }
    return String.join(",", parts);
  }

  @FunctionalInterface
  private interface Change {
    String of(String value);
  }

  private record AttributeMapping(Pattern key, Change change) {}
}
