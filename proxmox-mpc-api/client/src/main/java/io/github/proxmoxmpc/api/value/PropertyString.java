package io.github.proxmoxmpc.api.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property string of Proxmox VE, such as {@code virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1}
 * or {@code local-lvm:vm-100-disk-0,size=32G}: parts separated by commas, each {@code key=value} or
 * a bare value of the format's default key. Immutable and thread-safe.
 *
 * <p>Nothing is lost: order, unknown keys, repeated keys, empty parts (double commas) and white
 * space print as they were read. {@link #get} follows the server: the last value of a repeated key
 * counts.
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

  /** Reads a property string; accepts every text. */
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

  /** Creates a property string from parts. */
  public static PropertyString of(List<Part> parts) {
    return new PropertyString(List.copyOf(parts));
  }

  /** Returns the parts in order; an empty one between two commas is a bare part without text. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns the last value of a key; null if the key is missing. */
  public @Nullable String get(String key) {
    String value = null;
    for (Part part : parts) {
      if (key.equals(part.trimmedKey())) {
        value = part.value().trim();
      }
    }
    return value;
  }

  /**
   * Returns the first bare value that is not empty, which the server assigns to the default key.
   */
  public @Nullable String bare() {
    for (Part part : parts) {
      if (part.key() == null && !part.value().isBlank()) {
        return part.value().trim();
      }
    }
    return null;
  }

  /** Returns the value of the default key of the format, also if it is bare. */
  public @Nullable String getOrBare(String key) {
    String value = get(key);
    return value != null ? value : bare();
  }

  /** Returns whether the key is present. */
  public boolean has(String key) {
    return get(key) != null;
  }

  /**
   * Returns a copy with a part, such as {@code ssd=1}: in the place of its key, or at the end.
   *
   * @throws IllegalArgumentException if it is not {@code key=value}, or contains a comma
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

  /** Returns a copy without the key. */
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

  /** Returns the text as it was read. */
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
   * @param key its key; null if the part is bare
   * @param value its value, everything after the first {@code =}
   */
  public record Part(@Nullable String key, String value) {
    /** Checks that neither contains a comma, and the key no {@code =}. */
    public Part {
      Objects.requireNonNull(value);
      if (value.indexOf(',') >= 0
          || (key != null && (key.indexOf(',') >= 0 || key.contains("=")))) {
        throw new IllegalArgumentException(
            "a part of a property string cannot contain a comma, nor its key '=': "
                + (key == null ? "a bare value" : key));
      }
    }

    private static Part parse(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Part(null, text)
          : new Part(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * Reads a part that sets a key.
     *
     * @throws IllegalArgumentException if the text is not {@code key=value}
     */
    public static Part withKey(String text) {
      Part part = parse(text);
      String key = part.trimmedKey();
      if (key == null || key.isEmpty()) {
        throw new IllegalArgumentException(
            "a part that is set in a property string is written key=value");
      }
      return new Part(key, part.value());
    }

    /** Returns the key without the blanks around it; null where the part has no key. */
    public @Nullable String trimmedKey() {
      return key == null ? null : key.trim();
    }

    /** Returns the part as it was read. */
    @Override
    public String toString() {
      return key == null ? value : key + "=" + value;
    }
  }
}
