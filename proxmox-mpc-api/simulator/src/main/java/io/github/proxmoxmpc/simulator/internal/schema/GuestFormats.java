package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of storages, volumes and the configurations of guests. */
final class GuestFormats {
  private static final String CONTENT = "images|rootdir|vztmpl|iso|backup|snippets|none|import";
  private static final Pattern BLOCK_SIZE = Pattern.compile("([1-9]\\d{0,9})([km]?)");
  private static final Pattern CPU_RANGE = Pattern.compile("\\s*(\\d{1,9})(?:-(\\d{1,9}))?\\s*");
  private static final Pattern OVERRIDE = Pattern.compile("([a-z]+)=([^.]*(?:\\.?[^.]+)+)");
  private static final String DRIVE =
      "ide[0-3]|sata[0-5]|scsi(?:[12]?\\d|30)|virtio(?:\\d|1[0-5])|efidisk0|tpmstate0"
          + "|unused(?:1?\\d?\\d|2[0-4]\\d|25[0-5])";

  private GuestFormats() {}

  static void addTo(FormatTable table) {
    table.matching(
        "pve-storage-path", "(?s)/[^;()].*", "value does not look like a valid absolute path");
    table.matching(
        "pve-storage-path-in-property-string",
        "(?s)/[^;,=()].*",
        "Value does not look like a valid absolute path. These symbols are currently not allowed in"
            + " path: ;,=()");
    table.matching("pve-storage-content", CONTENT, "invalid content type '%s'");
    table.matching("pve-storage-format", "raw|qcow2|vmdk|subvol", "invalid format '%s'");
    table.matching("pve-storage-options", "\\S+", "invalid options '%s'");
    table.matching(
        "pve-volume-id", "(?i)[a-z][a-z0-9\\-_.]*[a-z0-9]:.+", "unable to parse volume ID '%s'");
    table.checking(
        "pve-volume-id-or-absolute-path",
        value -> value.startsWith("/") ? null : table.complaint("pve-volume-id", value));
    table.checking(
        "pve-volume-id-or-qm-path",
        value ->
            value.equals("none") || value.equals("cdrom") || value.startsWith("/")
                ? null
                : table.complaint("pve-volume-id", value));
    table.checking("pve-dir-override", GuestFormats::override);
    table.checking("pve-storage-zfs-blocksize", GuestFormats::blockSize);
    table.matching(
        "disk-size",
        "\\d+(?:\\.\\d+)?(?:[KMGT](?:iB)?)?",
        "value does not look like a valid disk size: %s");
    table.checking("pve-cpuset", GuestFormats::cpuSet);
    table.matching("pve-qm-bootdisk", DRIVE, "invalid boot disk '%s'");
    table.checking("pve-hotplug-features", GuestFormats::hotplug);
    table.checking("pve-startup-order", GuestFormats::startup);
    table.matching(
        "pve-phys-bits",
        "host|[89]|[1-5]\\d|6[0-4]",
        "value must be an integer between 8 and 64 or 'host'");
    table.checking(
        "pve-lxc-mp-string",
        path ->
            path.matches("(?s).*/\\.\\.?(?:/.*)?|\\.\\./.*")
                ? path + " contains illegal character sequences\n"
                : null);
    table.checking(
        "pve-lxc-dev-string",
        path ->
            !path.startsWith("/dev/") || path.matches("(?s).*/\\.\\.?(?:/.*)?")
                ? path + " is not a valid device path\n"
                : null);
  }

  private static @Nullable String override(String value) {
    Matcher parts = OVERRIDE.matcher(value);
    if (parts.matches() && !parts.group(1).matches(CONTENT)) {
      return "invalid content type '" + parts.group(1) + "'\n";
    }
    return parts.matches() ? null : "invalid override '" + value + "'\n";
  }

  private static @Nullable String blockSize(String value) {
    Matcher parts = BLOCK_SIZE.matcher(value);
    if (!parts.matches()) {
      return "invalid ZFS blocksize format '"
          + value
          + "'. Use a positive number (no leading zeros) with an optional 'k' or 'm' suffix.\n";
    }
    long factor = parts.group(2).isEmpty() ? 1 : parts.group(2).equals("k") ? 1024 : 1024 * 1024;
    long size = Long.parseLong(parts.group(1)) * factor;
    return size >= 512 && size <= 16L * 1024 * 1024 && Long.bitCount(size) == 1
        ? null
        : "value '"
            + value
            + "' is not a valid ZFS blocksize. Must be a power of 2 between 512B and 16MiB (e.g.,"
            + " 4k, 8k, 16k, 64k, 1m).\n";
  }

  private static @Nullable String cpuSet(String value) {
    for (String part : value.split(",")) {
      Matcher range = CPU_RANGE.matcher(part);
      if (!range.matches()
          || range.group(2) != null
              && Integer.parseInt(range.group(2)) < Integer.parseInt(range.group(1))) {
        return "unable to parse cpuset option\n";
      }
    }
    return null;
  }

  private static @Nullable String hotplug(String value) {
    if (value.equals("0") || value.equals("1")) {
      return null;
    }
    for (String feature : FormatChecks.split(value)) {
      if (!feature.matches("network|disk|cpu|memory|usb|cloudinit")) {
        return "invalid hotplug feature '" + feature + "'\n";
      }
    }
    return null;
  }

  private static @Nullable String startup(String value) {
    for (String part : value.split(",")) {
      if (!part.isBlank() && !part.matches("(?:order=)?\\d+|up=\\d+|down=\\d+")) {
        return "unable to parse startup options\n";
      }
    }
    return null;
  }
}
