package io.github.proxmoxmpc.api.guest.lxc;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A mount of a container, in the form of {@code fstab}: {@code /dev/dri dev/dri none
 * bind,optional,create=dir}. A space within a path is written {@code \040}.
 *
 * @param source the directory, file or device to mount
 * @param target the place in the container; without a leading slash, from its root
 * @param type the type of the file system; {@code none} for a bind mount
 * @param options the options of the mount, and those of LXC: {@code optional}, {@code create=file},
 *     {@code create=dir}, {@code relative}
 * @param rest the two numbers of {@code fstab} that LXC ignores; empty if they are missing
 */
public record MountEntry(
    String source, String target, String type, List<String> options, List<String> rest) {
  // fstab(5): four required fields and two optional ones
  private static final int NEEDED = 4;
  private static final int MOST = 6;
  private static final Pattern FIELD = Pattern.compile("\\S+");

  /**
   * Checks that each part is one field, and copies the lists.
   *
   * @throws IllegalArgumentException if LXC would read it as something else
   */
  public MountEntry {
    options = List.copyOf(options);
    rest = List.copyOf(rest);
    requireField("source", source);
    requireField("target", target);
    requireField("type", type);
    requireField("options", String.join(",", options));
    rest.forEach(field -> requireField("rest", field));
    for (String option : options) {
      if (option.indexOf(',') >= 0) {
        throw new IllegalArgumentException(
            "The option '" + option + "' of a mount contains a comma: pass two options instead");
      }
    }
    if (rest.size() > MOST - NEEDED) {
      throw new IllegalArgumentException(
          "At most two numbers follow the options of a mount, not " + rest.size());
    }
  }

  private static void requireField(String name, String field) {
    if (!FIELD.matcher(field).matches()) {
      throw new IllegalArgumentException(
          "The "
              + name
              + " of a mount cannot be '"
              + field
              + "': it must not be empty or contain blanks; write a space as \\040");
    }
  }

  /**
   * Parses the value of a line.
   *
   * @throws IllegalArgumentException if LXC would reject it
   */
  public static MountEntry parse(String text) {
    List<String> fields = List.of(text.strip().split("\\s+"));
    if (fields.size() < NEEDED || fields.size() > MOST) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a mount entry: it must have the form 'source target type options [0 0]'");
    }
    return new MountEntry(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        List.of(fields.get(3).split(",", -1)),
        fields.subList(NEEDED, fields.size()));
  }

  /** Returns the value of the line. */
  public String wire() {
    StringBuilder text = new StringBuilder(source);
    text.append(' ').append(target).append(' ').append(type);
    text.append(' ').append(String.join(",", options));
    rest.forEach(field -> text.append(' ').append(field));
    return text.toString();
  }

  @Override
  public String toString() {
    return wire();
  }
}
