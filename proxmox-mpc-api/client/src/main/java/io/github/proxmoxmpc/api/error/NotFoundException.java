package io.github.proxmoxmpc.api.error;

/**
 * What the call names is not there: the guest, storage, user, task, or something that a parameter
 * refers to.
 *
 * <p>Proxmox VE says so with status 500 and words, rarely with 400 or 404; the words decide.
 */
public sealed class NotFoundException extends ApiException permits GuestNotFoundException {
  private static final long serialVersionUID = 1L;

  NotFoundException(FailedCall call, ErrorResponse answer, String advice) {
    super(call, answer, advice);
  }

  /** Says what was tried and what the server said. */
  public NotFoundException(FailedCall call, ErrorResponse answer) {
    this(call, answer, "Check the names and ids in the call; it may have been removed meanwhile.");
  }
}
