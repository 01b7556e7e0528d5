package io.github.proxmoxmpc.api.internal.check;

import static io.github.proxmoxmpc.api.internal.check.Format.matching;
import static io.github.proxmoxmpc.api.internal.check.Format.notMatching;

import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formats of guests, storages, jobs and networks of the cluster. */
final class ConfigFormats {
  static final Set<String> CONTENT =
      Set.of("images", "rootdir", "vztmpl", "iso", "backup", "snippets", "none", "import");
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final Set<String> CALENDAR_WORDS =
      Set.of(
          "minutely",
          "hourly",
          "daily",
          "weekly",
          "monthly",
          "yearly",
          "annually",
          "quarterly",
          "semiannually",
          "semi",
          "biannually",
          "bi",
          "utc");
  private static final String FRR_NAME = "[a-zA-Z0-9][a-zA-Z0-9\\-_]{0,30}[a-zA-Z0-9]?";
  private static final String WORDS = "at most 32 letters, digits, '-' and '_'";
  private static final long UINT32 = 4294967295L;
  private static final Pattern BLOCK_SIZE = Pattern.compile("[1-9][0-9]{0,8}[kKmM]?");
  private static final Pattern CALENDAR = Pattern.compile("[A-Za-z0-9 \\t:.,*/~-]+\\n?");
  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
  private static final Pattern ROUTE_TARGET = Pattern.compile("(?U)\\d{1,18}:\\d{1,18}\\n?");

  private static final Predicate<String> IS_VOLUME_OR_PATH =
      Format.of("", VolumeId::of).test().or(text -> text.startsWith("/"));
  // PVE::QemuServer::Drive and PVE::QemuServer: the maximum number of each
  private static final String DRIVE =
      "ide[0-3]|scsi(?:[12]?[0-9]|30)|virtio(?:[0-9]|1[0-5])|sata[0-5]";
  private static final String BOOT_DEVICE =
      DRIVE + "|net(?:[12]?[0-9]|3[01])|usb(?:[0-9]|1[0-3])|hostpci(?:[0-9]|1[0-5])";

  private ConfigFormats() {}

  /** Returns a format by its name; null if it is not one of these. */
  static @Nullable Format named(String name) {
    return switch (name) {
      case "disk-size" -> matching("a size such as 32G", "\\d+(?:\\.\\d+)?(?:[KMGT](?:iB)?)?");
      case "pve-volume-id-or-absolute-path" ->
          new Format("a volume id or an absolute path", IS_VOLUME_OR_PATH);
      case "pve-volume-id-or-qm-path" ->
          new Format(
              "a volume id, an absolute path, 'none' or 'cdrom'",
              IS_VOLUME_OR_PATH.or(Set.of("none", "cdrom")::contains));
      case "pve-lxc-mp-string" ->
          notMatching(
              "a path without '.' and '..' as its parts", "(?s).*/\\.\\.?(?:/.*|\\n?)|\\.\\./.*");
      case "pve-lxc-dev-string" ->
          matching(
              "a path below /dev/ without '.' and '..' as its parts",
              "(?s)(?!.*/\\.\\.?(?:/|\\n?\\z))/dev/.*");
      case "pve-qm-bootdev" -> matching("a device to boot from such as scsi0", BOOT_DEVICE);
      case "pve-qm-bootdisk" -> matching("a disk such as scsi0", DRIVE + "|efidisk0|tpmstate0");
      case "pve-cpuset" -> new Format("numbers and ranges such as 0-3,8", ConfigFormats::isCpuSet);
      case "pve-phys-bits" -> matching("8 to 64, or 'host'", "host|0?[89]|[1-5]\\d|6[0-4]");
      case "pve-hotplug-features" ->
          new Format(
              "0, 1, or a list of network, disk, cpu, memory, usb and cloudinit",
              text ->
                  text.equals("0")
                      || text.equals("1")
                      || SplitList.ofSent(text)
                          .allMatch(
                              Set.of("network", "disk", "cpu", "memory", "usb", "cloudinit")
                                  ::contains));
      case "pve-tag" ->
          matching("a tag: letters, digits, '_', '-', '+' and '.'", "(?i)[a-z0-9_][a-z0-9_\\-+.]*");
      case "pve-ha-resource-id" -> matching("a resource such as vm:100", "[a-z]+:\\S+");
      case "pve-ha-resource-or-vm-id" ->
          matching("a resource such as vm:100, or a guest id", "[a-z]+:\\S+|\\d+");
      case "pve-ha-node" ->
          matching(
              "a node with or without a priority, such as pve1:2",
              AddressFormats.NAME_PART + "(?::\\d+)?");
      case "pve-storage-content" ->
          new Format(
              "one of " + String.join(", ", CONTENT.stream().sorted().toList()), CONTENT::contains);
      case "pve-storage-options" -> matching("text without blanks", "\\S+");
      case "pve-storage-path" -> matching("an absolute path", "(?s)/[^;()].*");
      case "pve-storage-path-in-property-string" -> matching("an absolute path", "(?s)/[^;,=()].*");
      case "pve-dir-override" ->
          new Format(
              "a kind of content and a relative path, such as iso=media/iso",
              ConfigFormats::isOverride);
      case "pve-storage-vgname" ->
          matching("the name of a volume group", "(?i)[a-z0-9][a-z0-9\\-_.]*[a-z0-9]");
      case "pve-storage-zfs-blocksize" ->
          new Format("a power of 2 between 512 and 16m, such as 16k", ConfigFormats::isBlockSize);
      case "pve-calendar-event" ->
          new Format("a calendar event such as 'mon..fri 02:30'", ConfigFormats::isCalendarEvent);
      case "pve-day-of-week" -> matching("a day: mon to sun", "mon|tue|wed|thu|fri|sat|sun");
      case "pve-task-status-type" ->
          matching("ok, error, warning or unknown", "(?i)ok|error|warning|unknown");
      case "pve-replication-job-id" -> matching("a job id such as 100-0", "0*[1-9][0-9]{2,}-\\d+");
      case "pve-sdn-fabric-id" ->
          matching("the id of a fabric", "[a-zA-Z0-9][a-zA-Z0-9-]{0,6}[a-zA-Z0-9]?");

      // proxmox-ve-config 0.4: sdn::prefix_list and sdn::route_map
      case "pve-sdn-prefix-list-id" -> matching("the id of a prefix list: " + WORDS, FRR_NAME);
      case "pve-sdn-route-map-id" -> matching("the id of a route map: " + WORDS, FRR_NAME);
      case "pve-ct-timezone" ->
          matching(
              "'host' or a time zone such as Europe/Berlin",
              "[A-Za-z0-9_+\\-]+(?:/[A-Za-z0-9_+\\-]+)*");
      case "pve-sdn-isis-net" ->
          matching(
              "a network entity title such as 49.0001.1921.6800.1002.00",
              "[a-fA-F0-9]{2}(?:\\.[a-fA-F0-9]{4}){3,9}\\.[a-fA-F0-9]{2}");
      case "pve-sdn-bgp-rt" ->
          new Format("a route target such as 65000:100", ConfigFormats::isRouteTarget);
      case "pve-sdn-subnet-id" ->
          new Format(
              "a network in CIDR notation, or an id such as zone-10.0.0.0-24",
              ConfigFormats::isSubnet);
      default -> null;
    };
  }

  private static boolean isCpuSet(String text) {
    return text.isEmpty() || Arrays.stream(text.split(",")).allMatch(ConfigFormats::isCpuRange);
  }

  private static boolean isCpuRange(String part) {
    String range = part.strip();
    int hyphen = range.indexOf('-');
    String first = hyphen < 0 ? range : range.substring(0, hyphen);
    String last = range.substring(hyphen + 1);
    return isCpu(first) && isCpu(last) && Integer.parseInt(first) <= Integer.parseInt(last);
  }

  private static boolean isCpu(String text) {
    return Digits.areAll(text) && Digits.atMost(text, Integer.MAX_VALUE);
  }

  /** As PVE::Storage::Plugin::verify_dir_override. */
  private static boolean isOverride(String text) {
    int equals = text.indexOf('=');
    String path = text.substring(equals + 1);
    return equals > 0
        && CONTENT.contains(text.substring(0, equals))
        && !path.isEmpty()
        && !path.contains("..")
        && !path.endsWith(".")
        && path.length() < 1023
        && Arrays.stream(path.split("/")).allMatch(part -> part.length() < 255);
  }

  private static boolean isBlockSize(String value) {
    String text = Format.chomped(value);
    if (text.isEmpty()) {
      return true;
    }
    if (!BLOCK_SIZE.matcher(text).matches()) {
      return false;
    }
    char unit = Character.toLowerCase(text.charAt(text.length() - 1));
    long factor = unit == 'k' ? 1L << 10 : unit == 'm' ? 1L << 20 : 1;
    long size = Long.parseLong(factor == 1 ? text : text.substring(0, text.length() - 1)) * factor;
    return size >= 512 && size <= 16L << 20 && Long.bitCount(size) == 1;
  }

  /** Rejects words that no calendar event has; only the server checks their order. */
  private static boolean isCalendarEvent(String text) {
    if (text.isBlank() || !CALENDAR.matcher(text).matches()) {
      return false;
    }
    return NO_LETTERS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .allMatch(
            word ->
                CALENDAR_WORDS.contains(word)
                    || (word.length() >= 3
                        && WEEKDAYS.stream().anyMatch(day -> day.startsWith(word))));
  }

  private static boolean isRouteTarget(String text) {
    return ROUTE_TARGET.matcher(text).matches()
        && Arrays.stream(Format.chomped(text).split(":"))
            .allMatch(part -> Long.parseLong(part) <= UINT32);
  }

  /** As PVE::Network::SDN::SubnetPlugin::parse_sdn_subnet_id. */
  private static boolean isSubnet(String text) {
    if (text.indexOf('/') >= 0) {
      return AddressFormats.isCidr(text, 8);
    }
    String[] parts = text.split("-");
    return parts.length >= 3 && AddressFormats.isCidr(parts[1] + "/" + parts[2], 8);
  }
}
