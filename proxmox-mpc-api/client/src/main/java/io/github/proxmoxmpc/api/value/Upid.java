package io.github.proxmoxmpc.api.value;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a task, unique in its cluster: {@code UPID:node:pid:pstart:starttime:type:id:user:}.
 *
 * @param value the UPID as the server wrote it
 */
public record Upid(String value) implements Comparable<Upid> {
  // PVE::Tools::upid_decode: pid, pstart and starttime are hexadecimal; pstart may outgrow 8
  // digits.
  private static final Pattern RULE =
      Pattern.compile(
          "UPID:([a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?):([0-9A-Fa-f]{8}):"
              + "([0-9A-Fa-f]{8,9}):([0-9A-Fa-f]{8}):([^:\\s]+):([^:\\s]*):([^:\\s]+):");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is not a UPID
   */
  public Upid {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a valid UPID: it names node, process, start, type, id and user");
    }
  }

  /** Creates the UPID from its text; throws {@link IllegalArgumentException} if it is not one. */
  public static Upid of(String value) {
    return new Upid(value);
  }

  /** Returns the node that runs the task. */
  public NodeName node() {
    return NodeName.of(part(1));
  }

  /** Returns the start of the task, to the second. */
  public Instant startedAt() {
    return Instant.ofEpochSecond(Long.parseLong(part(4), 16));
  }

  /** Returns the type of the task: {@code qmstart}, {@code vzdump}, ... */
  public String type() {
    return part(5);
  }

  /** Returns the id of the object of the task: usually a guest id, often empty. */
  public String id() {
    return part(6);
  }

  /** Returns the user who started it, directly or with a token. */
  public UserId user() {
    TokenId token = token();
    return token == null ? UserId.read(part(7)) : token.user();
  }

  /** Returns the token that started it; null if a user started it after a log-in. */
  public @Nullable TokenId token() {
    String who = part(7);
    // The name of a user may have an exclamation mark, a realm has none.
    return who.lastIndexOf('!') > who.lastIndexOf('@') ? TokenId.read(who) : null;
  }

  private String part(int group) {
    Matcher matcher = RULE.matcher(value);
    if (!matcher.matches()) {
      throw new AssertionError("checked when it was made");
    }
    return matcher.group(group);
  }

  @Override
  public int compareTo(Upid other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
