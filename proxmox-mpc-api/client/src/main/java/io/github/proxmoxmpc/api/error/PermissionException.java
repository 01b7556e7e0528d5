package io.github.proxmoxmpc.api.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user or token lacks a privilege: status 403, or another status with a message such as "only
 * root can set 'args' config". An administrator has to grant the privilege.
 *
 * <p>Proxmox VE checks permissions first, so it may also report a guest that does not exist this
 * way.
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
   * Creates the exception, with the missing privilege and its object if the server names them.
   *
   * @param declared the privileges that the operation documents, in words
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
              + "; a token with privilege separation needs it as well as its user.");
    }
    if (ROOT_ONLY.matcher(answer.inWords()).find()) {
      return new PermissionException(
          call,
          answer,
          new Missing(null, "root@pam"),
          "Only root@pam, logged in with a password, may do this. An API token never has the rights of"
              + " root@pam, not even a token of that user. Leave the option out, or make the change on"
              + " the node.");
    }
    if (answer.reason().contains("not available with API token")) {
      return new PermissionException(
          call,
          answer,
          new Missing(null, declared),
          "This operation rejects all API tokens: it needs a user who logged in with a password.");
    }
    return new PermissionException(
        call,
        answer,
        new Missing(null, declared),
        "The operation needs: "
            + declared
            + ". The call was made as "
            + call.identity()
            + "; a token with privilege separation needs it as well as its user.");
  }

  /**
   * Returns the object on which the privilege is missing, such as {@code /vms/310}; null if the
   * server does not name it.
   */
  public @Nullable String object() {
    return object;
  }

  /**
   * Returns the missing privilege, such as {@code VM.Audit}; alternatives are joined by {@code |}.
   * If the server does not name it, returns in words the privileges that the operation documents.
   */
  public String privilege() {
    return privilege;
  }

  private record Missing(@Nullable String object, String privilege) {}
}
