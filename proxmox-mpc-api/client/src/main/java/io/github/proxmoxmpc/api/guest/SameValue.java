package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.property.PropertyString;
import io.github.proxmoxmpc.api.property.PropertyString.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether two spellings of an option mean the same to the server. */
final class SameValue {
  private static final Pattern PROPERTY_STRING =
      Pattern.compile(
          "(?:net|ide|sata|scsi|virtio|efidisk|tpmstate|mp|hostpci|usb|ipconfig|numa|virtiofs|dev"
              + "|audio|rng|smbios)\\d+"
              + "|rootfs|cpu|vga|agent|features|startup|watchdog|machine|spice_enhancements|ivshmem"
              + "|amd-sev|intel-tdx|cicustom");

  private static final Set<String> FREE_TEXT =
      Set.of("name", "hostname", "args", "ciuser", "cipassword", "searchdomain");
  // PVE::JSONSchema::parse_boolean
  private static final Set<String> TRUE = Set.of("1", "on", "yes", "true");
  private static final Set<String> FALSE = Set.of("0", "off", "no", "false");

  private SameValue() {}

  static boolean isSame(String key, String before, String after) {
    if (before.equals(after)) {
      return true;
    }
    if (key.equals("tags")) {
      return tags(before).equals(tags(after));
    }
    if (key.equals("description")) {
      return before.stripTrailing().equals(after.stripTrailing());
    }
    if (!FREE_TEXT.contains(key)
        && (TRUE.containsAll(List.of(before, after))
            || FALSE.containsAll(List.of(before, after)))) {
      return true;
    }
    if (!PROPERTY_STRING.matcher(key).matches()) {
      return false;
    }
    return key.startsWith("net")
        ? device(before).equals(device(after))
        : parts(before).equals(parts(after));
  }

  private static TreeSet<String> tags(String text) {
    TreeSet<String> tags = new TreeSet<>(Arrays.asList(text.split("[,;\\s]+")));
    tags.remove("");
    return tags;
  }

  // Model and address stand as 'virtio=BC:...', or each under its own name, or the model alone.
  private static SortedMap<String, String> device(String text) {
    SortedMap<String, String> parts = parts(text);
    NetworkDevice device = NetworkDevice.parse(text);
    String model = device.get("model");
    String address = device.get("macaddr");
    if (model != null) {
      parts.keySet().removeAll(Set.of("", model, "macaddr"));
      parts.put("model", model);
    }
    if (address != null) {
      parts.put("macaddr", address.toUpperCase(Locale.ROOT));
    }
    return parts;
  }

  // The order of keys means nothing, and of a key that stands twice the last counts.
  private static SortedMap<String, String> parts(String text) {
    SortedMap<String, String> parts = new TreeMap<>();
    List<String> bare =
        PropertyString.parse(text).parts().stream()
            .filter(part -> part.key() == null)
            .map(part -> part.value().trim())
            .filter(value -> !value.isEmpty())
            .toList();
    if (!bare.isEmpty()) {
      parts.put("", String.join(",", bare));
    }
    for (Part part : PropertyString.parse(text).parts()) {
      String key = part.key();
      if (key != null) {
        parts.put(key.trim().matches("file|volume") ? "" : key.trim(), part.value().trim());
      }
    }
    // Of a volume that is there it says nothing that could be otherwise.
    parts.remove("format");
    return parts;
  }
}
