package io.github.proxmoxmpc.api.internal.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API: the facts that the client needs at run time. Generated code holds one
 * constant each. Immutable and thread-safe.
 *
 * @param <T> the type of its result
 */
public final class Operation<T extends @Nullable Object> {
  private final Kind kind;
  private final String method;
  private final String path;
  private final ResultReader<T> result;
  private final String privilege;
  private final VersionRequirement availability;
  private final List<String> segments;

  private Operation(
      Kind kind,
      String method,
      String path,
      ResultReader<T> result,
      String privilege,
      VersionRequirement availability,
      List<String> segments) {
    this.kind = kind;
    this.method = method;
    this.path = path;
    this.result = result;
    this.privilege = privilege;
    this.availability = availability;
    this.segments = segments;
  }

  /**
   * Creates an operation that every release has.
   *
   * @param method the HTTP method
   * @param path the path with its parameters in braces, as the API viewer shows it
   * @param result reads the result
   */
  public static <T extends @Nullable Object> Operation<T> of(
      Kind kind, String method, String path, ResultReader<T> result) {
    return new Operation<>(
        kind,
        method,
        path,
        result,
        "",
        new VersionRequirement("the operation", null, null, null),
        List.of(path.substring(1).split("/", -1)));
  }

  /** Returns a copy that states in words which privilege the caller needs. */
  public Operation<T> privilege(String words) {
    return new Operation<>(kind, method, path, result, words, availability, segments);
  }

  /**
   * Returns a copy that only some releases have.
   *
   * @param since the first release that has it, such as {@code 8.1}; null for the oldest
   * @param goneIn the first release that no longer has it; null if the newest has it
   * @param instead the operation that replaces it; null if no replacement exists or is known
   */
  public Operation<T> available(
      @Nullable String since, @Nullable String goneIn, @Nullable String instead) {
    return new Operation<>(
        kind,
        method,
        path,
        result,
        privilege,
        new VersionRequirement("the operation", since, goneIn, instead),
        segments);
  }

  /** Returns the kind of the operation. */
  public Kind kind() {
    return kind;
  }

  /** Returns the HTTP method. */
  public String method() {
    return method;
  }

  /** Returns the path with its parameters in braces. */
  public String path() {
    return path;
  }

  /** Returns the segments of the path, parameters in braces. */
  List<String> segments() {
    return segments;
  }

  /** Returns the reader of the result. */
  public ResultReader<T> result() {
    return result;
  }

  /** Returns the privilege that the caller needs, in words. */
  public String privilege() {
    return privilege;
  }

  /** Returns the releases that have the operation. */
  public VersionRequirement availability() {
    return availability;
  }

  /** Returns the releases that have the operation; empty if all of them have it. */
  List<VersionRequirement> requirements() {
    return availability.since() == null && availability.goneIn() == null
        ? List.of()
        : List.of(availability);
  }

  /** Returns method and path, as the API viewer shows them. */
  public String title() {
    return method + " " + path;
  }

  /** Returns whether the operation only reads; only such an operation may be sent twice. */
  public boolean isRead() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return title();
  }

  /** The effect of an operation. */
  public enum Kind {
    /** Reads, and changes nothing. */
    READ,
    /** Changes something before it responds. */
    WRITE,
    /** Starts a task. */
    TASK,
    /** Starts a task if one is needed. */
    OPTIONAL_TASK,
    /** Reads bytes of any length. */
    DOWNLOAD
  }
}
