package io.github.proxmoxmpc.api.error;

/**
 * An object that the call names does not exist: the guest, storage, user or task in the path, or an
 * object that a parameter refers to.
 *
 * <p>Proxmox VE mostly reports this with status 500, rarely with 400 or 404, so the client decides
 * by the message.
 */
public sealed class NotFoundException extends ApiException permits GuestNotFoundException {
  private static final long serialVersionUID = 1L;

  NotFoundException(String message, FailedCall call, ErrorResponse response) {
    super(message, call, response);
  }

  /** Creates the exception from the call and the server's response. */
  public NotFoundException(FailedCall call, ErrorResponse answer) {
    super(call, answer, "Check the names and ids in the call; the object may have been removed.");
  }
}
