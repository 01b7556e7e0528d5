package io.github.proxmoxmpc.api.error;

/**
 * A resource that the call needs is not available at the moment: a storage that is offline,
 * disabled or not mounted, a node that is down, a cluster without quorum. The object itself still
 * exists, so this is never a {@link NotFoundException}.
 */
public sealed class UnavailableException extends ApiException permits NodeUnreachableException {
  private static final long serialVersionUID = 1L;

  UnavailableException(FailedCall call, ErrorResponse response, String advice) {
    super(call, response, advice);
  }

  /** Creates the exception from the call and the server's response. */
  public UnavailableException(FailedCall call, ErrorResponse response) {
    this(
        call,
        response,
        "Bring the named storage, node or service back online, then repeat the call.");
  }
}
