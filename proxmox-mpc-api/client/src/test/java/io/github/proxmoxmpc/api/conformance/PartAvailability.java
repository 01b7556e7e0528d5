package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.value.ServerVersion;
import org.jspecify.annotations.Nullable;

/**
 * The releases that have a part: those that have it and all that holds it.
 *
 * @param part the part
 * @param holder of what holds it; null for an operation
 * @param first the first release with it; null where all have it that have its holder
 * @param goneIn the first release without it; null where it is still there
 */
record PartAvailability(
    Part part, @Nullable PartAvailability holder, @Nullable String first, @Nullable String goneIn) {

  /** Whether it came or went at another time than what holds it. */
  boolean isBorder() {
    return first != null || goneIn != null;
  }

  /** How the client refuses to send it to a server of a release; null where it is sent. */
  @Nullable String refusal(ServerVersion release) {
    String ofHolder = holder == null ? null : holder.refusal(release);
    if (ofHolder != null) {
      return ofHolder;
    }
    if (first != null && release.isBefore(ServerVersion.of(first))) {
      return refusal(first + " or newer", release);
    }
    return goneIn == null || release.isBefore(ServerVersion.of(goneIn))
        ? null
        : refusal("older than " + goneIn, release);
  }

  private String refusal(String needed, ServerVersion release) {
    return String.format(
        "Cannot send %s: %s needs Proxmox VE %s, and the server is %s",
        part.operation(), part.shown(), needed, release);
  }
}
