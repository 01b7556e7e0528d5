package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import org.jspecify.annotations.Nullable;

/**
 * A value does not have the form that its schema declares: in a response of the server, in a
 * configuration file, or in a parsed text. The message names the field, the expected form, and the
 * value that was found unless it may be a secret. {@code raw()} of the result still returns the
 * value.
 */
public final class MalformedResponseException extends ProxmoxException {
  private static final long serialVersionUID = 1L;

  /**
   * A field with a malformed value.
   *
   * @param name its name, with the type of its result: {@code QemuConfig.cores}
   * @param expected the expected form, in words
   * @param found the value in quotes, or only its kind in words if it may be a secret. Long values
   *     are shortened, and control characters are escaped
   */
  public record Field(String name, String expected, String found) {
    /** Makes the found value safe for one line of a log. */
    public Field {
      found = LogSafeText.of(found);
    }
  }

  /** Creates the exception for a field. */
  public MalformedResponseException(Field field, @Nullable Throwable cause) {
    this(field.name() + ": expected " + field.expected() + ", but found " + field.found(), cause);
  }

  /** Creates the exception with a message that names the malformed part, and the reason. */
  public MalformedResponseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
