package io.github.proxmoxmpc.simulator.internal.config;

import io.github.proxmoxmpc.simulator.internal.schema.Booleans;
import io.github.proxmoxmpc.simulator.internal.schema.MalformedPropertyException;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a guest's configuration file, {@code /etc/pve/nodes/NODE/qemu-server/100.conf}. Reads
 * and writes it as parse_vm_config and write_vm_config of PVE::QemuServer and their counterparts of
 * PVE::LXC::Config do. A VM loses lines that the server cannot read; a container keeps values that
 * break the schema. Both give a warning.
 */
final class ConfigFile {
  private static final Pattern SECTION = Pattern.compile("(?i)\\[([a-z][a-z0-9_\\-]+)\\]\\s*");
  private static final Pattern SPECIAL = Pattern.compile("(?i)\\[special:[a-z0-9_\\-]+\\]\\s*");
  private static final Pattern DESCRIPTION = Pattern.compile("(?s)description:\\s*(.*\\S)\\s*");
  private static final Pattern DELETE = Pattern.compile("(?s)delete:\\s*(.*\\S)\\s*");
  private static final Pattern KEY = Pattern.compile("(?s)([a-z][a-z_\\-]*\\d*):\\s*(.+?)\\s*");
  private static final Pattern RAW_LXC =
      Pattern.compile("(?s)(lxc\\.[a-z0-9_\\-.]+)(?::|\\s*=)\\s*(.*?)\\s*");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"");
  private static final Pattern INTEGER = Pattern.compile("\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final GuestKind kind;
  private final OptionSchema types;
  final ConfigSection main = new ConfigSection();
  final ConfigSection pending = new ConfigSection();
  final SortedMap<String, ConfigSection> snapshots = new TreeMap<>();
  final List<String> warnings = new ArrayList<>();

  private ConfigFile(GuestKind kind) {
    this.kind = kind;
    this.types = OptionSchema.of(kind);
  }

  static ConfigFile parse(GuestKind kind, String text) {
    ConfigFile file = new ConfigFile(kind);
    file.read(text);
    return file;
  }

  private void read(String text) {
    Target target = new Target(main, false);
    StringBuilder description = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      Optional<Target> heading = heading(line);
      if (heading.isPresent()) {
        finish(target.section, description);
        target = heading.get();
      } else if (line.startsWith("#")) {
        description.append(PercentText.decode(line.substring(1))).append('\n');
      } else {
        readLine(line, target, description);
      }
    }
    finish(target.section, description);
    main.remove("snapstate");
  }

  private Optional<Target> heading(String line) {
    if (line.stripTrailing().equalsIgnoreCase(kind.pendingHeading())) {
      return Optional.of(new Target(pending, true));
    }
    Matcher section = SECTION.matcher(line);
    if (section.matches()) {
      ConfigSection snapshot = new ConfigSection();
      snapshots.put(section.group(1), snapshot);
      return Optional.of(new Target(snapshot, false));
    }
    // The section with the settings that cloud-init last saw is not part of any response.
    return SPECIAL.matcher(line).matches()
        ? Optional.of(new Target(new ConfigSection(), false))
        : Optional.empty();
  }

  // A VM's description loses trailing white space, a container's keeps the last newline.
  private void finish(ConfigSection section, StringBuilder description) {
    if (description.length() > 0) {
      String text = description.toString();
      section.set("description", kind == GuestKind.VM ? text.stripTrailing() : text);
      description.setLength(0);
    }
  }

  private void readLine(String line, Target target, StringBuilder description) {
    Matcher raw = RAW_LXC.matcher(line);
    Matcher described = DESCRIPTION.matcher(line);
    Matcher deletion = DELETE.matcher(line);
    Matcher key = KEY.matcher(line);
    if (kind == GuestKind.CONTAINER && raw.matches()) {
      target.section.rawLxc().add(List.of(raw.group(1), raw.group(2)));
    } else if (described.matches()) {
      description.append(PercentText.decode(described.group(1)));
    } else if (deletion.matches()) {
      if (target.isPending) {
        target.section.set("delete", deletion.group(1));
      }
    } else if (key.matches()) {
      String name = key.group(1).equals("cdrom") ? "ide2" : key.group(1);
      try {
        target.section.set(name, checked(name, key.group(2)));
      } catch (MalformedPropertyException e) {
        warnings.add(
            "unable to parse value of '" + name + "' - " + String.valueOf(e.getMessage()).strip());
        // parse_vm_config drops the line; parse_pct_config of PVE::LXC::Config 9.2 only warns.
        if (kind == GuestKind.CONTAINER) {
          target.section.set(name, key.group(2));
        }
      }
    } else {
      warnings.add("unable to parse config: a line is no 'key: value'");
    }
  }

  // check_type of PVE::QemuServer 9.2 checks types and formats. It does not check the ranges,
  // patterns and enumerations of values that are no property strings.
  private String checked(String key, String value) {
    OptionType type = types.find(key).orElse(null);
    if (type == null) {
      throw new MalformedPropertyException("unknown setting '" + key + "'");
    }
    return switch (type.type()) {
      case "boolean" -> {
        String normalized = Booleans.normalize(value);
        if (!normalized.equals("0") && !normalized.equals("1")) {
          throw wrongType(type, value);
        }
        yield normalized;
      }
      case "integer" -> {
        if (!INTEGER.matcher(value).matches()) {
          throw wrongType(type, value);
        }
        yield new BigInteger(value).toString();
      }
      case "number" -> {
        if (!NUMBER.matcher(value).matches()) {
          throw wrongType(type, value);
        }
        yield value;
      }
      default -> text(key, value, type);
    };
  }

  private String text(String key, String value, OptionType type) {
    Property property = type.formatted() ? types.property(key).orElse(null) : null;
    if (property != null) {
      ParameterCheck.verifyFormat(property, value);
      return value;
    }
    Matcher quoted = QUOTED.matcher(value);
    return quoted.matches() ? quoted.group(1) : value;
  }

  private static MalformedPropertyException wrongType(OptionType type, String value) {
    return new MalformedPropertyException(
        "type check ('" + type.type() + "') failed - got '" + value + "'");
  }

  /** Returns the file as the server writes it. */
  String print() {
    StringBuilder text = new StringBuilder();
    print(main, false, text);
    if (!pending.isEmpty()) {
      text.append('\n').append(kind.pendingHeading()).append('\n');
      print(pending, true, text);
    }
    snapshots.forEach(
        (name, section) -> {
          text.append("\n[").append(name).append("]\n");
          print(section, false, text);
        });
    return text.toString();
  }

  private static void print(ConfigSection section, boolean isPending, StringBuilder text) {
    String description = section.get("description");
    if (description != null && !description.isEmpty()) {
      for (String line : splitLines(description)) {
        text.append('#').append(PercentText.encode(line)).append('\n');
      }
    } else if (description != null && isPending) {
      text.append("#\n");
    }
    for (Map.Entry<String, String> entry : section.values().entrySet()) {
      if (!entry.getKey().equals("description")) {
        text.append(entry.getKey()).append(": ").append(entry.getValue()).append('\n');
      }
    }
    section
        .rawLxc()
        .forEach(raw -> text.append(raw.get(0)).append(": ").append(raw.get(1)).append('\n'));
  }

  // As Perl's split, drops empty lines at the end.
  private static String[] splitLines(String text) {
    return text.split("\n");
  }

  private record Target(ConfigSection section, boolean isPending) {}

  /** Percent-encoding of descriptions, after encode_text and decode_text of PVE::Tools. */
  private static final class PercentText {
    private PercentText() {}

    // Encodes everything except printable ASCII, and also the colon and the percent sign (bug 5486,
    // since 8.3).
    static String encode(String text) {
      StringBuilder encoded = new StringBuilder();
      for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
        int value = octet & 0xff;
        if (value < 0x20 || value > 0x7e || value == ':' || value == '%') {
          encoded.append(String.format(Locale.ROOT, "%%%02X", value));
        } else {
          encoded.append((char) value);
        }
      }
      return encoded.toString();
    }

    static String decode(String text) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      byte[] decoded = new byte[octets.length];
      int length = 0;
      for (int i = 0; i < octets.length; i++) {
        if (octets[i] == '%'
            && i + 2 < octets.length
            && hex(octets[i + 1]) >= 0
            && hex(octets[i + 2]) >= 0) {
          decoded[length++] = (byte) (hex(octets[i + 1]) * 16 + hex(octets[i + 2]));
          i += 2;
        } else {
          decoded[length++] = octets[i];
        }
      }
      return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte octet) {
      return Character.digit((char) (octet & 0xff), 16);
    }
  }
}
