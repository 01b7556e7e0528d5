package io.github.proxmoxmpc.api.error;

/**
 * Status 595 to 599: the server that we asked could not reach the node that should have answered.
 * Whether a write arrived there is not known.
 */
public final class NodeUnreachableException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Says what was tried and what the server said. */
  public NodeUnreachableException(FailedCall call, ErrorResponse answer) {
    super(
        call,
        answer,
        "The cluster node in the path did not answer the server in time: check that it is up and"
            + " its pveproxy runs.");
  }
}
