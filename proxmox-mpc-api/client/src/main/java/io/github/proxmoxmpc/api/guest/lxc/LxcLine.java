package io.github.proxmoxmpc.api.guest.lxc;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A raw line of a container's configuration, such as {@code lxc.idmap: u 0 100000 65536}. The file
 * and {@code GET .../config} have it, but no request sets it: only {@code root@pam} can edit the
 * file.
 *
 * @param key the key, which begins with {@code lxc.}
 * @param value the text after it, without white space around it; may be empty
 */
public record LxcLine(String key, String value) {
  /** Reads it from JSON: a list of key and value, or the line as one text. */
  public static final Decoder<LxcLine> TYPE = Decoder.of("a raw lxc line", LxcLine::read);

  // PVE::LXC::Config::parse_pct_config (9.2)
  private static final String KEY = "lxc\\.[a-z0-9_\\-.]+";
  private static final Pattern KEYS = Pattern.compile(KEY);
  private static final Pattern LINE = Pattern.compile("(?s)(" + KEY + ")(?::|\\s*=)\\s*(.*)");
  // LXC 3.0 renamed the first to the second; PVE warns about the old name.
  private static final List<String> ID_MAP = List.of("lxc.idmap", "lxc.id_map");
  private static final String ENVIRONMENT = "lxc.environment";
  private static final String MOUNT = "lxc.mount.entry";
  private static final Pattern DEVICES = Pattern.compile("lxc\\.cgroup2?\\.devices\\.(allow|deny)");

  /**
   * Checks that it is one line, and removes the white space around the value.
   *
   * @throws IllegalArgumentException if it is not one line
   */
  public LxcLine {
    if (!KEYS.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'" + key + "' is not a key of a raw lxc line: it must have the form 'lxc.mount.entry'");
    }
    value = value.strip();
    if (value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "The value of '" + key + "' contains a line feed: create one LxcLine for each line");
    }
  }

  /**
   * Parses a line of a file, with a colon or, as in older files, an equals sign.
   *
   * @throws IllegalArgumentException if it is not such a line
   */
  public static LxcLine parse(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + line + "' is not a raw lxc line: it must have the form 'lxc.key: value'");
    }
    return new LxcLine(matcher.group(1), matcher.group(2));
  }

  /** Creates the line that maps ids. */
  public static LxcLine of(IdMap map) {
    return new LxcLine(ID_MAP.get(0), map.wire());
  }

  /** Creates the line that mounts a file system, a directory or a device. */
  public static LxcLine of(MountEntry entry) {
    return new LxcLine(MOUNT, entry.wire());
  }

  /** Creates the line that allows a device, for control groups of version 2. */
  public static LxcLine allowing(DeviceRule device) {
    return new LxcLine("lxc.cgroup2.devices.allow", device.wire());
  }

  private static @Nullable LxcLine read(JsonValue value) {
    if (value instanceof JsonString text) {
      return parse(text.value());
    }
    return value instanceof JsonArray pair
            && pair.values().size() == 2
            && pair.values().get(0) instanceof JsonString key
            && pair.values().get(1) instanceof JsonString rest
        ? new LxcLine(key.value(), rest.value())
        : null;
  }

  /**
   * Returns the ids that it maps; empty for a line with another key.
   *
   * @throws MalformedResponseException if LXC would reject its value
   */
  public Optional<IdMap> idMap() {
    return ID_MAP.contains(key) ? Optional.of(read(IdMap::parse)) : Optional.empty();
  }

  /**
   * Returns the mount; empty for a line with another key, and for an empty value, which cancels the
   * lines above it.
   *
   * @throws MalformedResponseException if LXC would reject its value
   */
  public Optional<MountEntry> mountEntry() {
    return key.equals(MOUNT) && !value.isEmpty()
        ? Optional.of(read(MountEntry::parse))
        : Optional.empty();
  }

  /**
   * Returns the device that it allows or denies; empty for a line with another key, and for an
   * empty value, which cancels the lines above it.
   *
   * @throws MalformedResponseException if the kernel would reject its value, or allow more than it
   *     says
   */
  public Optional<DeviceRule> deviceRule() {
    return DEVICES.matcher(key).matches() && !value.isEmpty()
        ? Optional.of(read(DeviceRule::parse))
        : Optional.empty();
  }

  private <T> T read(Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException(key + ": " + e.getMessage(), e);
    }
  }

  /** Returns the line as a file has it. */
  public String wire() {
    return key + ": " + value;
  }

  /** Returns the line; only the key for the environment of a process, which may contain secrets. */
  @Override
  public String toString() {
    return key.startsWith(ENVIRONMENT) ? key : wire();
  }
}
