package io.github.proxmoxmpc.api.value;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of something on the server, with a type of its own, so that no two of them can be mixed
 * up. Immutable and thread-safe; equal when type and text are equal.
 *
 * <p>Each has two ways in: {@code of} checks the rule of the server, {@code asSent} takes what the
 * server itself said, because names that were given before a rule was made live on.
 *
 * @param <T> the type itself
 */
public abstract class Identifier<T extends Identifier<T>> implements Comparable<T> {
  private final String value;

  /** Takes the text as it is. */
  protected Identifier(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The text, as the server writes it. */
  public final String value() {
    return value;
  }

  /**
   * The text, if it follows the rule.
   *
   * @param kind what it names, for the message
   * @throws IllegalArgumentException if it breaks the rule; the message names the rule
   */
  protected static String checked(String value, Pattern rule, String kind) {
    if (!rule.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' is not a valid " + kind + " (rule: " + rule + ")");
    }
    return value;
  }

  @Override
  public final int compareTo(T other) {
    return value.compareTo(other.value());
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((Identifier<?>) other).value.equals(value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  @Override
  public final String toString() {
    return value;
  }
}
