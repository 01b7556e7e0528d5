package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import org.jspecify.annotations.Nullable;

/**
 * Something is not of the form that its schema declares: what the server answered, or what stands
 * in a configuration or a text that was read. The field is named, what was expected, and what is
 * there, but for what may hold a secret. {@code raw()} of the result still holds what came.
 */
public final class MalformedResponseException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /**
   * A field that is not as it should be.
   *
   * @param name its name, with the type of the result that it is in: {@code QemuConfig.cores}
   * @param expected what was expected, in words
   * @param found what is there: its kind in words, or the value in quotes where it is no secret;
   *     shortened where it is long, with control characters escaped
   */
  public record Field(String name, String expected, String found) {
    /** Makes what is there fit for a line of a log. */
    public Field {
      found = LogSafeText.of(found);
    }
  }

  /** Names the field, what was expected, and what is there. */
  public MalformedResponseException(Field field, @Nullable Throwable cause) {
    this(field.name() + ": expected " + field.expected() + ", but found " + field.found(), cause);
  }

  /** Says which part of the answer is malformed, and how. */
  public MalformedResponseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
