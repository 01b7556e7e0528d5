package io.github.proxmoxmpc.api.error;

import java.util.regex.Pattern;

/**
 * Status 595 to 599: the server that was called could not reach the node in the path, or lost the
 * connection to it. A write may have arrived there nevertheless.
 */
public final class NodeUnreachableException extends UnavailableException {
  private static final long serialVersionUID = 1L;

  // OpenSSL names the routine that failed, such as tls_process_server_certificate.
  private static final Pattern TLS =
      Pattern.compile("(?i)certificate|\\b(?:tls|ssl)|verify failed|hostname");

  // pveproxy and AnyEvent::HTTP: "Connection timed out", "timeout", "Operation timed out".
  private static final Pattern TIME = Pattern.compile("(?i)tim(?:ed? ?-?out|eout)");

  /** Creates the exception from the call and the server's response. */
  public NodeUnreachableException(FailedCall call, ErrorResponse response) {
    super(call, response, advice(response.reason()));
  }

  private static String advice(String reason) {
    if (TLS.matcher(reason).find()) {
      return "The server that was called does not accept the certificate of the cluster node in the"
          + " path: check that the node's name resolves to its own address there, and renew its"
          + " certificate (pvecm updatecerts).";
    }
    if (TIME.matcher(reason).find()) {
      return "The cluster node in the path did not answer the server in time: check that it is up"
          + " and its pveproxy runs.";
    }
    return "The server has no working connection to the cluster node in the path: check that it is"
        + " up, that its pveproxy runs, and repeat the call.";
  }

  /**
   * Returns whether repeating a read may succeed: true if the connection failed or broke, false
   * after a time-out or a rejected certificate.
   */
  public boolean isTransient() {
    return !TLS.matcher(reason()).find() && !TIME.matcher(reason()).find();
  }
}
