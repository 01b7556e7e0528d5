package io.github.proxmoxmpc.api.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property string of Proxmox VE, such as {@code virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1}
 * or {@code local-lvm:vm-100-disk-0,size=32G}: parts parted by commas, each {@code key=value} or a
 * bare value that stands for the format's default key. Immutable and thread-safe.
 *
 * <p>Nothing is lost: order, unknown keys, keys that stand twice, empty parts (double commas) and
 * blanks print as they were read. {@link #get} follows the server: a key that stands twice counts
 * by its last value.
 *
 * <pre>{@code
 * PropertyString disk = PropertyString.parse("local-lvm:vm-100-disk-0,size=32G");
 * disk.bare();                          // "local-lvm:vm-100-disk-0"
 * disk.get("size");                     // "32G"
 * disk.with("ssd=1").toString();        // "local-lvm:vm-100-disk-0,size=32G,ssd=1"
 * }</pre>
 */
public final class PropertyString {
  private final List<Part> parts;

  private PropertyString(List<Part> parts) {
    this.parts = Collections.unmodifiableList(parts);
  }

  /** Reads a property string; every text is one. */
  public static PropertyString parse(String text) {
    if (text.isEmpty()) {
      return new PropertyString(List.of());
    }
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
      parts.add(Part.parse(text.substring(start, comma)));
      start = comma + 1;
    }
    parts.add(Part.parse(text.substring(start)));
    return new PropertyString(parts);
  }

  /** Made of parts. */
  static PropertyString of(List<Part> parts) {
    return new PropertyString(List.copyOf(parts));
  }

  /** The parts, in order; an empty one between two commas is a bare part without text. */
  public List<Part> parts() {
    return parts;
  }

  /** The value of a key, the last where it stands twice; null where it does not stand here. */
  public @Nullable String get(String key) {
    String value = null;
    for (Part part : parts) {
      if (key.equals(part.trimmedKey())) {
        value = part.value().trim();
      }
    }
    return value;
  }

  /** The first bare value that is not empty, which the server takes for its default key. */
  public @Nullable String bare() {
    for (Part part : parts) {
      if (part.key() == null && !part.value().isBlank()) {
        return part.value().trim();
      }
    }
    return null;
  }

  /** The value of a key, or the bare value where the key is the default key of the format. */
  public @Nullable String getOrBare(String key) {
    String value = get(key);
    return value != null ? value : bare();
  }

  /** Whether the key stands here. */
  public boolean has(String key) {
    return get(key) != null;
  }

  /**
   * A copy with a part, such as {@code ssd=1}: in the place where its key stands, or as the last.
   *
   * @throws IllegalArgumentException if it is not {@code key=value}, or holds a comma
   */
  public PropertyString with(String part) {
    Part wanted = Part.withKey(part);
    String key = Objects.requireNonNull(wanted.key());
    List<Part> changed = new ArrayList<>();
    boolean placed = false;
    for (Part each : parts) {
      if (!key.equals(each.trimmedKey())) {
        changed.add(each);
      } else if (!placed) {
        changed.add(wanted);
        placed = true;
      }
    }
    if (!placed) {
      changed.add(wanted);
    }
    return new PropertyString(changed);
  }

  /** A copy without the key. */
  public PropertyString without(String key) {
    return new PropertyString(
        parts.stream().filter(part -> !key.equals(part.trimmedKey())).toList());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PropertyString that && that.parts.equals(parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** The text, as it was read. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      text.append(parts.get(i));
    }
    return text.toString();
  }

  /**
   * One part.
   *
   * @param key its key; null where the part is bare
   * @param value its value, all that stands behind the first {@code =}
   */
  public record Part(@Nullable String key, String value) {
    /** Checks that neither holds a comma, and the key no {@code =}. */
    public Part {
      Objects.requireNonNull(value);
      if (value.indexOf(',') >= 0
          || (key != null && (key.indexOf(',') >= 0 || key.contains("=")))) {
        throw new IllegalArgumentException(
            "a part of a property string cannot hold a comma, nor its key '=': "
                + (key == null ? "a bare value" : key));
      }
    }

    private static Part parse(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Part(null, text)
          : new Part(text.substring(0, equals), text.substring(equals + 1));
    }

    /** What a person writes to set a key. */
    static Part withKey(String text) {
      Part part = parse(text);
      String key = part.trimmedKey();
      if (key == null || key.isEmpty()) {
        throw new IllegalArgumentException(
            "a part that is set in a property string is written key=value");
      }
      return new Part(key, part.value());
    }

    @Nullable String trimmedKey() {
      return key == null ? null : key.trim();
    }

    /** The part as it was read. */
    @Override
    public String toString() {
      return key == null ? value : key + "=" + value;
    }
  }
}
