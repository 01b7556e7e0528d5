package io.github.proxmoxmpc.api.error;

/** Any other error status: the server, or a proxy before it, failed. Its log knows more. */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what the server said. */
  public ServerException(FailedCall call, ErrorResponse answer) {
    super(call, answer, advice(answer.status()));
  }

  private static String advice(int status) {
    if (status >= 300 && status < 400) {
      return "Redirects are not followed: use the address that the redirect names.";
    }
    if (status == 502 || status == 503 || status == 504) {
      return "A proxy before Proxmox VE, or pveproxy while it restarts, answered: try again later.";
    }
    return "The system log of the node may tell more.";
  }
}
