package io.github.proxmoxmpc.e2e;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Returns a different valid value for each configuration key, as a colleague might set it by hand.
 * Uses the first matching rule.
 */
final class ChangedValue {
  private static final List<ChangeRule> VM =
      List.of(
          rule("name", value -> value + "-b"),
          rule("description", value -> value + " changed"),
          rule("tags", value -> value + ";drift"),
          rule("cores|sockets", ChangedValue::plusOne),
          rule("vcpus", ChangedValue::minusOne),
          rule("memory", value -> Integer.toString(Integer.parseInt(value) + 128)),
          rule("balloon", value -> value.equals("0") ? "128" : "512"),
          rule("hugepages", value -> value.equals("2") ? "1024" : "2"),
          rule("affinity", value -> "0-1"),
          rule("cpuunits", value -> "1500"),
          rule("cpulimit", value -> "1.5"),
          rule("shares", value -> "1500"),
          rule(
              "cpu",
              value -> "max" + (value.contains(",") ? value.substring(value.indexOf(',')) : "")),
          rule("arch", value -> value.equals("aarch64") ? "x86_64" : "aarch64"),
          rule("numa\\d+", value -> set(value, "memory", "1024")),
          rule("net\\d+", ChangedValue::otherBridge),
          rule("(ide|sata|scsi|virtio)\\d+", ChangedValue::otherDisk),
          rule("efidisk0", value -> toggle(value, "efitype", "4m", "2m")),
          rule("tpmstate0", value -> toggle(value, "version", "v1.2", "v2.0")),
          rule("unused\\d+", value -> value + "0"),
          rule("bios", value -> value.equals("ovmf") ? "seabios" : "ovmf"),
          rule("boot", value -> value.startsWith("order=net0") ? "order=ide2" : "order=net0"),
          rule("bootdisk", value -> "scsi0"),
          rule("machine", value -> value.startsWith("q35") ? "pc-q35-8.1" : "q35"),
          rule("ostype", value -> value.equals("l26") ? "win10" : "l26"),
          rule("scsihw", value -> value.equals("lsi") ? "megasas" : "lsi"),
          rule("vga", value -> value.startsWith("virtio") ? "qxl" : "virtio"),
          rule("audio0", value -> toggle(value, "device", "AC97", "intel-hda")),
          rule("rng0", value -> toggle(value, "source", "/dev/urandom", "/dev/random")),
          rule(
              "watchdog",
              value -> value.contains("ib700") ? "model=i6300esb,action=pause" : "ib700"),
          rule("usb\\d+", value -> value.startsWith("host=1-2") ? "host=1-3" : "host=1-2"),
          rule("hostpci\\d+", value -> set(value, "pcie", value.contains("pcie=1") ? "0" : "1")),
          rule("serial\\d+", value -> value.equals("socket") ? "/dev/ttyS0" : "socket"),
          rule("parallel\\d+", value -> "/dev/parport1"),
          rule("startup", value -> set(value, "order", "77")),
          rule("hotplug", value -> value.equals("disk") ? "network" : "disk"),
          rule("keyboard", value -> value.equals("fr") ? "de" : "fr"),
          rule("args", value -> value + " -no-user-config"),
          rule("hookscript", value -> "local:snippets/other.pl"),
          rule("agent", value -> value.matches("(enabled=)?1.*") ? "enabled=0" : "1"),
          rule("cicustom", value -> "user=local:snippets/user.yaml"),
          rule("cipassword", value -> "another-made-up-one"),
          rule("citype", value -> value.equals("nocloud") ? "configdrive2" : "nocloud"),
          rule("ciuser", value -> value + "2"),
          rule("ipconfig\\d+", value -> "ip=198.51.100.7/24"),
          rule("nameserver", value -> "198.51.100.53"),
          rule("searchdomain", value -> "other.example.com"),
          rule("sshkeys", value -> value.replace("IJ4c", "IJ4d")),
          rule("smbios1", value -> set(set(value, "family", "b3RoZXI="), "base64", "1")),
          rule("virtiofs\\d+", value -> value.replaceFirst("^[^,]*", "other")),
          rule("amd-sev", value -> toggle(value, "type", "snp", "es")),
          rule("spice_enhancements", value -> "videostreaming=all"),
          rule("startdate", value -> "2010-01-01T00:00:00"),
          rule("vmgenid", value -> "8a2d7f4e-9f0c-4a54-8f53-000000009999"),
          rule("vmstatestorage", value -> "local-lvm"),
          rule("meta", value -> value + "1"),
          rule("parent", value -> ""),
          rule(
              "acpi|allow-ksm|autostart|ciupgrade|freeze|keephugepages|kvm|localtime|numa|onboot|protection"
                  + "|reboot|tablet|tdf|template",
              ChangedValue::not));

  private static final List<ChangeRule> CONTAINER =
      List.of(
          rule("hostname", value -> value + "-b"),
          rule("description", value -> value.stripTrailing() + " changed"),
          rule("tags", value -> value + ";drift"),
          rule("cores|tty", ChangedValue::plusOne),
          rule("memory|swap", value -> Integer.toString(Integer.parseInt(value) + 64)),
          rule("cpulimit", value -> "0.5"),
          rule("cpuunits", value -> "700"),
          rule("arch", value -> value.equals("arm64") ? "amd64" : "arm64"),
          rule("net\\d+", value -> toggle(value, "bridge", "vmbr0", "vmbr1")),
          rule("rootfs", ChangedValue::grown),
          rule("mp\\d+", value -> set(value, "mp", "/elsewhere")),
          rule("dev\\d+", value -> set(value, "mode", "0640")),
          rule("features", value -> value.contains("nesting=1") ? "keyctl=1" : "nesting=1"),
          rule("ostype", value -> value.equals("debian") ? "alpine" : "debian"),
          rule("cmode", value -> value.equals("shell") ? "tty" : "shell"),
          rule("startup", value -> set(value, "order", "77")),
          rule("hookscript", value -> "local:snippets/other.pl"),
          rule("nameserver", value -> "198.51.100.53"),
          rule("searchdomain", value -> "other.example.com"),
          rule("timezone", value -> "Europe/Vienna"),
          rule("lock", value -> ""),
          rule("console|debug|onboot|protection|template|unprivileged", ChangedValue::not));

  private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

  private static final Map<String, String> OTHER_CONSTANTS =
      Map.of(
          "2m", "4m",
          "4m", "2m",
          "v1.2", "v2.0",
          "v2.0", "v1.2",
          "bind", "preferred",
          "preferred", "bind",
          "/dev/urandom", "/dev/random",
          "/dev/hwrng", "/dev/urandom");

  private ChangedValue() {}

  /** Returns a different value for a key of a VM; empty to delete the key. */
  static String ofVm(String key, String value) {
    return of(VM, key, value);
  }

  /** Returns a different value for a key of a container; empty to delete the key. */
  static String ofContainer(String key, String value) {
    return of(CONTAINER, key, value);
  }

  /**
   * Returns variants of a property string, each with one named property changed. The new values
   * follow the schema, because the server drops a line with an invalid value.
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
    Matcher range = RANGE.matcher(value);
    if (range.matches()) {
      return range.group(1) + "-" + minusOne(range.group(2));
    }
    return OTHER_CONSTANTS.getOrDefault(value, value + "x");
  }

  private static String of(List<ChangeRule> rules, String key, String value) {
    String changed =
        rules.stream()
            .filter(rule -> rule.key().matcher(key).matches())
            .findFirst()
            .orElseThrow(() -> new AssertionError("there is no rule to change '" + key + "'"))
            .change()
            .of(value);
    if (changed.equals(value)) {
      throw new AssertionError("'" + key + ": " + value + "' would not change");
    }
    return changed;
  }

  private static ChangeRule rule(String key, Change change) {
    return new ChangeRule(Pattern.compile(key), change);
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

  /** Returns the property string with one property replaced or appended. */
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

  private record ChangeRule(Pattern key, Change change) {}
}
