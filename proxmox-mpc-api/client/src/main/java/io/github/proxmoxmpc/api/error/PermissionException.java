package io.github.proxmoxmpc.api.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Status 403: the user or the token may not do this. Whoever grants privileges must act.
 *
 * <p>Proxmox VE checks permission before existence, so this also answers for a guest that is not
 * there.
 */
public final class PermissionException extends ApiException {
  private static final long serialVersionUID = 1L;

  // PVE 9.2: "Permission check failed (/vms/310, Sys.Audit|Sys.Modify)".
  private static final Pattern MISSING =
      Pattern.compile("Permission check failed \\((/[^,()]*), ([^()]+)\\)");

  private final @Nullable String object;
  private final String privilege;

  private PermissionException(
      FailedCall call, ErrorResponse answer, Missing missing, String advice) {
    super(call, answer, advice);
    this.object = missing.object();
    this.privilege = missing.privilege();
  }

  /**
   * Reads from the server's words which privilege is missing on which object.
   *
   * @param declared what the operation asks of its caller, in words
   */
  public static PermissionException of(FailedCall call, ErrorResponse answer, String declared) {
    Matcher matcher = MISSING.matcher(answer.reason());
    if (matcher.find()) {
      Missing missing = new Missing(matcher.group(1), matcher.group(2).trim());
      return new PermissionException(
          call,
          answer,
          missing,
          "Grant "
              + missing.privilege()
              + " on "
              + missing.object()
              + " to "
              + call.identity()
              + "; a token with privilege separation needs it besides its user.");
    }
    if (answer.reason().contains("not available with API token")) {
      return new PermissionException(
          call,
          answer,
          new Missing(null, declared),
          "This operation refuses every API token: it needs a user who logged in.");
    }
    return new PermissionException(
        call,
        answer,
        new Missing(null, declared),
        "The operation asks for: "
            + declared
            + ". Who asked is "
            + call.identity()
            + "; a token with privilege separation needs it besides its user.");
  }

  /** The object that the privilege is missing on, such as {@code /vms/310}; null if not said. */
  public @Nullable String object() {
    return object;
  }

  /**
   * The missing privilege, such as {@code VM.Audit}, several that would do joined by {@code |};
   * where the server does not say, what the operation asks for, in words.
   */
  public String privilege() {
    return privilege;
  }

  private record Missing(@Nullable String object, String privilege) {}
}
