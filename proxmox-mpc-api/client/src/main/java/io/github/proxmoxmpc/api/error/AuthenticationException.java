package io.github.proxmoxmpc.api.error;

/** Status 401: the server rejects the credentials. Check the token, its secret and its expiry. */
public final class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception from the call and the server's response. */
  public AuthenticationException(FailedCall call, ErrorResponse answer) {
    super(call, answer, advice(call, answer));
  }

  // PVE 9.2: "No ticket" at once if no credentials arrived, "Authentication failed!" after 3 s.
  private static String advice(FailedCall call, ErrorResponse answer) {
    return answer.reason().startsWith("No ticket")
        ? "No credentials reached the server: does a proxy in between drop the Authorization header?"
        : "Check the id and the secret of the token "
            + call.identity()
            + ", and that neither it nor its user is deleted, disabled or expired.";
  }
}
