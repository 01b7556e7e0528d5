package io.github.proxmoxmpc.api.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user or the token is not allowed to do this: status 403, or another status with words that
 * say so, such as "only root can set 'args' config". An administrator has to grant the privilege.
 *
 * <p>Proxmox VE checks permission before existence, so a guest that does not exist may be reported
 * this way, too.
 */
public final class PermissionException extends ApiException {
  private static final long serialVersionUID = 1L;

  // PVE 9.2: "Permission check failed (/vms/310, Sys.Audit|Sys.Modify)".
  private static final Pattern MISSING =
      Pattern.compile("Permission check failed \\((/[^,()]*), ([^()]+)\\)");

  // "only root can set 'args' config" (PVE::API2::Qemu), "Permission check failed (user !=
  // root@pam)" (PVE::RPCEnvironment), and others: see the table of internal.response.ErrorKind.
  private static final Pattern ROOT_ONLY =
      Pattern.compile("(?i)(?<![/\\w-])root(?:@pam|-only)?\\b");

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
    if (ROOT_ONLY.matcher(answer.inWords()).find()) {
      return new PermissionException(
          call,
          answer,
          new Missing(null, "root@pam"),
          "Only root@pam may do this, after a log-in with its password; an API token never is root@pam,"
              + " not even one of that user. Leave the option out, or make the change on the node.");
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
