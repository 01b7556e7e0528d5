package io.github.proxmoxmpc.api.guest.lxc;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Devices that a container may or may not use: {@code c 226:128 rwm}, or {@code a} for all devices
 * and all kinds of access.
 *
 * @param kind the kind of the devices
 * @param major their major number; empty for all, as always for {@link Kind#ALL}
 * @param minor their minor number; empty for all, as always for {@link Kind#ALL}
 * @param access some of {@code r} (read), {@code w} (write), {@code m} (mknod); all three for
 *     {@link Kind#ALL}, or empty if it is written as {@code a} alone
 */
public record DeviceRule(Kind kind, OptionalInt major, OptionalInt minor, String access) {
  // Documentation/admin-guide/cgroup-v1/devices.rst of the kernel; LXC keeps the form for version 2
  private static final Pattern TEXT =
      Pattern.compile("(a)|([abc])\\s+(\\d{1,9}|\\*):(\\d{1,9}|\\*)\\s+([rwm]{1,3})");
  private static final String EVERY = "*";
  private static final Pattern ACCESS = Pattern.compile("[rwm]{1,3}");
  private static final Pattern ALL_ACCESS = Pattern.compile("(?=.*r)(?=.*w)(?=.*m).{3}");
  private static final int LARGEST = 999_999_999;

  /** The kind of a device. */
  public enum Kind {
    /** All devices, with all kinds of access. */
    ALL("a"),
    /** Block devices. */
    BLOCK("b"),
    /** Character devices. */
    CHARACTER("c");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    private static Kind of(String letter) {
      return switch (letter) {
        case "b" -> BLOCK;
        case "c" -> CHARACTER;
        default -> ALL;
      };
    }
  }

  /**
   * Checks the rule.
   *
   * @throws IllegalArgumentException if the kernel would reject it, or read it as {@code a}
   */
  public DeviceRule {
    boolean isAlone = kind == Kind.ALL && access.isEmpty();
    if (access.isEmpty() && !isAlone) {
      throw new IllegalArgumentException(
          "The rule for "
              + numbered(kind, major, minor)
              + " has no access, which is allowed only for 'a': add one or more of r, w and m");
    }
    if (!isAlone && !ACCESS.matcher(access).matches()) {
      throw new IllegalArgumentException(
          "'" + access + "' is not an access to a device: use one or more of r, w and m");
    }
    requireNumber("major", major);
    requireNumber("minor", minor);
    if (kind == Kind.ALL) {
      requireAll(major, minor, access);
    }
  }

  /**
   * The kernel reads only the first letter of {@code a} (devcgroup_update_access in
   * security/device_cgroup.c), but LXC reads the rest on version 2. A rule for less than everything
   * would therefore allow more on one than on the other.
   */
  private static void requireAll(OptionalInt major, OptionalInt minor, String access) {
    boolean isLimited = !access.isEmpty() && !ALL_ACCESS.matcher(access).matches();
    if (major.isPresent() || minor.isPresent() || isLimited) {
      throw new IllegalArgumentException(
          "'"
              + (numbered(Kind.ALL, major, minor) + " " + access).strip()
              + "' may be read as all devices: the kernel ignores everything after 'a', which means all"
              + " devices and all access. Write 'a' for that, or one rule for 'b' and one for 'c'");
    }
  }

  private static String numbered(Kind kind, OptionalInt major, OptionalInt minor) {
    return kind.letter + " " + text(major) + ":" + text(minor);
  }

  private static void requireNumber(String name, OptionalInt number) {
    if (number.isPresent() && (number.getAsInt() < 0 || number.getAsInt() > LARGEST)) {
      throw new IllegalArgumentException(
          number.getAsInt() + " is not a " + name + " number: it must be 0 to " + LARGEST);
    }
  }

  /**
   * Parses the value of a line.
   *
   * @throws IllegalArgumentException if the kernel would reject it, or could read it as {@code a}
   */
  public static DeviceRule parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is not a device rule: it must have the form 'a|b|c major:minor rwm' or 'a'");
    }
    return matcher.group(1) != null
        ? new DeviceRule(Kind.ALL, OptionalInt.empty(), OptionalInt.empty(), "")
        : new DeviceRule(
            Kind.of(matcher.group(2)),
            number(matcher.group(3)),
            number(matcher.group(4)),
            matcher.group(5));
  }

  private static OptionalInt number(String text) {
    return text.equals(EVERY) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : EVERY;
  }

  /** Returns the value of the line. */
  public String wire() {
    return access.isEmpty() ? kind.letter : numbered(kind, major, minor) + " " + access;
  }

  @Override
  public String toString() {
    return wire();
  }
}
