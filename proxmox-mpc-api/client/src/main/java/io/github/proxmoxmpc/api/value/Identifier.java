package io.github.proxmoxmpc.api.value;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object on the server. Each kind of object has a type of its own, so that the
 * compiler rejects a name of another kind. Immutable and thread-safe; two are equal if type and
 * text are equal.
 *
 * <p>{@code of} checks the rule of the server; {@code read} accepts every text that the server
 * sends, because names that are older than a rule stay valid.
 *
 * @param <T> the type itself
 */
public abstract class Identifier<T extends Identifier<T>> implements Comparable<T> {
  private final String value;

  /** Creates it from a text, without a check. */
  protected Identifier(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Returns the text as the server writes it. */
  public final String value() {
    return value;
  }

  /**
   * Returns the text if it follows the rule.
   *
   * @param kind the type and its rule in words, for the message
   * @throws IllegalArgumentException if it breaks the rule; the message names type, text and rule
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
