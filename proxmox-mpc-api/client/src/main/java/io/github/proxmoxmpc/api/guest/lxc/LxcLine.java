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
 * A raw line of a container's configuration, such as {@code lxc.idmap: u 0 100000 65536}. It stands
 * in the file and in {@code GET .../config}, where only {@code root@pam} could have put it: the API
 * takes none.
 *
 * @param key the key, which begins with {@code lxc.}
 * @param value what stands behind it, without the blanks around it; may be empty
 */
public record LxcLine(String key, String value) {
  /** How it is read from JSON: a list of key and value, or the line as one text. */
  public static final Decoder<LxcLine> TYPE = Decoder.of("a raw lxc line", LxcLine::read);

  // PVE::LXC::Config::parse_pct_config (9.2)
  private static final String KEY = "lxc\\.[a-z0-9_\\-.]+";
  private static final Pattern KEYS = Pattern.compile(KEY);
  private static final Pattern LINE = Pattern.compile("(?s)(" + KEY + ")(?::|\\s*=)\\s*(.*)");
  // LXC 3.0 renamed the one into the other; PVE warns of the old name.
  private static final List<String> ID_MAP = List.of("lxc.idmap", "lxc.id_map");
  private static final String ENVIRONMENT = "lxc.environment";
  private static final String MOUNT = "lxc.mount.entry";
  private static final Pattern DEVICES = Pattern.compile("lxc\\.cgroup2?\\.devices\\.(allow|deny)");

  /**
   * Checks that it is one line, and takes the blanks around the value away.
   *
   * @throws IllegalArgumentException if it is none
   */
  public LxcLine {
    if (!KEYS.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "'" + key + "' is no key of a raw lxc line: it is to be of the form 'lxc.mount.entry'");
    }
    value = value.strip();
    if (value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "The value of '" + key + "' has a line feed, but it is to be one line: make two of it");
    }
  }

  /**
   * Reads a line of a file, with a colon or, as older files have it, an equals sign.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LxcLine parse(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + line + "' is no raw lxc line: it is to read 'lxc.key: value'");
    }
    return new LxcLine(matcher.group(1), matcher.group(2));
  }

  /** The line that maps ids. */
  public static LxcLine of(IdMap map) {
    return new LxcLine(ID_MAP.get(0), map.wire());
  }

  /** The line that mounts something. */
  public static LxcLine of(MountEntry entry) {
    return new LxcLine(MOUNT, entry.wire());
  }

  /** The line that allows a device, for the control groups of today (version 2). */
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
   * The ids that it maps; empty for a line of another key.
   *
   * @throws MalformedResponseException if LXC would refuse its value
   */
  public Optional<IdMap> idMap() {
    return ID_MAP.contains(key) ? Optional.of(read(IdMap::parse)) : Optional.empty();
  }

  /**
   * What it mounts; empty for a line of another key, and for an empty value, which takes back the
   * lines above it.
   *
   * @throws MalformedResponseException if LXC would refuse its value
   */
  public Optional<MountEntry> mountEntry() {
    return key.equals(MOUNT) && !value.isEmpty()
        ? Optional.of(read(MountEntry::parse))
        : Optional.empty();
  }

  /**
   * The device that it allows or denies; empty for a line of another key, and for an empty value,
   * which takes back the lines above it.
   *
   * @throws MalformedResponseException if the kernel would refuse its value, or take it for more
   *     than it says
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

  /** The line as it stands in a file. */
  public String wire() {
    return key + ": " + value;
  }

  /** The line; of the environment of a process, which may hold secrets, the key alone. */
  @Override
  public String toString() {
    return key.startsWith(ENVIRONMENT) ? key : wire();
  }
}
