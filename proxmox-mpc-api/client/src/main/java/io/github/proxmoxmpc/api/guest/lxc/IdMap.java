package io.github.proxmoxmpc.api.guest.lxc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Maps a range of ids in a container to ids of the host: {@code u 0 100000 65536} maps the users 0
 * to 65535 to the host's 100000 to 165535.
 *
 * @param kind ids of users or of groups
 * @param inside the first id in the container
 * @param outside the first id on the host
 * @param count the number of ids, at least 1
 */
public record IdMap(Kind kind, long inside, long outside, long count) {
  // lxc.container.conf(5), lxc.idmap
  private static final Pattern TEXT =
      Pattern.compile("([ug])\\s+(\\d{1,10})\\s+(\\d{1,10})\\s+(\\d{1,10})");
  // The last id is -1, which means "none" (setuid(2)).
  private static final long IDS = 0xffff_ffffL;

  /** Ids of users or of groups. */
  public enum Kind {
    /** Ids of users. */
    USER("u"),
    /** Ids of groups. */
    GROUP("g");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }
  }

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the range contains invalid ids
   */
  public IdMap {
    if (inside < 0 || outside < 0 || count < 1 || inside + count > IDS || outside + count > IDS) {
      throw new IllegalArgumentException(
          "Cannot map "
              + count
              + " ids from "
              + inside
              + " to "
              + outside
              + ": ids are 0 to "
              + (IDS - 1)
              + ", and the count must be at least 1");
    }
  }

  /** Maps ids of users; continue with {@link Range#to(long)}. */
  public static Range users(long inside) {
    return new Range(Kind.USER, inside);
  }

  /** Maps ids of groups; continue with {@link Range#to(long)}. */
  public static Range groups(long inside) {
    return new Range(Kind.GROUP, inside);
  }

  /** A range whose first id on the host is still missing. */
  public static final class Range {
    private final Kind kind;
    private final long inside;

    private Range(Kind kind, long inside) {
      this.kind = kind;
      this.inside = inside;
    }

    /** Maps one id. */
    public IdMap to(long outside) {
      return new IdMap(kind, inside, outside, 1);
    }
  }

  /** Sets the number of ids. */
  public IdMap count(long ids) {
    return new IdMap(kind, inside, outside, ids);
  }

  /**
   * Parses the value of a line.
   *
   * @throws IllegalArgumentException if LXC would reject it
   */
  public static IdMap parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not an id mapping: it must have the form 'u|g inside outside count'");
    }
    return new IdMap(
        matcher.group(1).equals("u") ? Kind.USER : Kind.GROUP,
        Long.parseLong(matcher.group(2)),
        Long.parseLong(matcher.group(3)),
        Long.parseLong(matcher.group(4)));
  }

  /**
   * Checks that no id is mapped twice, inside or outside. The kernel rejects such maps, so the
   * container would not start (user_namespaces(7)).
   *
   * @throws IllegalArgumentException with the first two that overlap
   */
  public static void requireDisjoint(List<IdMap> maps) {
    for (int i = 0; i < maps.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (maps.get(i).overlaps(maps.get(j))) {
          throw new IllegalArgumentException(
              "'" + maps.get(j).wire() + "' and '" + maps.get(i).wire() + "' share ids");
        }
      }
    }
  }

  private boolean overlaps(IdMap other) {
    return kind == other.kind
        && (inside < other.inside + other.count && other.inside < inside + count
            || outside < other.outside + other.count && other.outside < outside + count);
  }

  /** Returns the value of the line. */
  public String wire() {
    return kind.letter + " " + inside + " " + outside + " " + count;
  }

  @Override
  public String toString() {
    return wire();
  }
}
