package io.github.proxmoxmpc.api.internal.version;

import io.github.proxmoxmpc.api.error.NotImplementedByServerException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.UnsupportedVersionException;
import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.value.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the server's release does not have. The server is asked when a request first needs
 * more than the oldest release that the facts know, and again before a request is refused: it may
 * have been upgraded meanwhile. Where it must not be asked, it is left to judge itself.
 * Thread-safe.
 */
public final class VersionGate {
  private final ServerVersionLookup question;
  private final @Nullable Release pinned;

  /**
   * Makes a gate; the server is not asked yet.
   *
   * @param pinned what the caller says that the server is; null to ask it
   */
  public VersionGate(ServerVersionLookup question, @Nullable Release pinned) {
    this.question = question;
    this.pinned = pinned;
  }

  /** What is known without a question; null for nothing. */
  private @Nullable Release known() {
    return pinned == null ? question.answer() : pinned;
  }

  /** The release of the server; it is asked if it was not yet. */
  public Release release() {
    Release known = known();
    return known == null ? question.ask() : known;
  }

  /** The release of the server; it is asked if it was not yet. */
  public CompletableFuture<Release> releaseAsync() {
    Release known = known();
    return known == null ? question.askAsync() : CompletableFuture.completedFuture(known);
  }

  /**
   * Lets a request pass, or refuses it. Where the release is not to be known, it passes.
   *
   * @throws UnsupportedVersionException if the server is too old for a part of it, or too new
   */
  public void check(Operation operation, Parameters parameters) {
    List<VersionRequirement> needs = needs(operation, parameters);
    if (mustBeAsked(operation, needs)) {
      try {
        require(operation, needs, pinned == null ? question.ask() : pinned);
      } catch (PermissionException e) {
        // Whoever may not ask for the version may well be allowed what the call is about.
        return;
      }
    }
  }

  /**
   * Does the same without a thread that waits: the operation, once it may pass; null where nothing
   * has to be asked.
   */
  public @Nullable CompletableFuture<Operation> checkAsync(
      Operation operation, Parameters parameters) {
    List<VersionRequirement> needs = needs(operation, parameters);
    if (!mustBeAsked(operation, needs)) {
      return null;
    }
    CancellableChain<Operation> steps = new CancellableChain<>();
    steps.step(
        pinned == null ? question.askAsync() : CompletableFuture.completedFuture(pinned),
        found -> {
          require(operation, needs, found);
          steps.done(operation);
        },
        failure -> {
          if (failure instanceof PermissionException) {
            steps.done(operation);
          } else {
            steps.failed(failure);
          }
        });
    return steps.future();
  }

  /**
   * Looks at why a call failed. A server that does not know what older ones know may have been
   * upgraded: what it said of its release is forgotten.
   */
  public void failed(Operation operation, Parameters parameters, Throwable failure) {
    boolean unknown =
        failure instanceof NotImplementedByServerException || failure instanceof ParameterException;
    if (unknown && needs(operation, parameters).stream().anyMatch(need -> need.goneIn() != null)) {
      question.forget();
    }
  }

  private boolean mustBeAsked(Operation operation, List<VersionRequirement> needs) {
    return !isMet(operation, needs) && (pinned != null || !question.isForbidden());
  }

  private boolean isMet(Operation operation, List<VersionRequirement> needs) {
    Release known = known();
    return needs.isEmpty() || (known != null && refusal(operation, needs, known) == null);
  }

  private static List<VersionRequirement> needs(Operation operation, Parameters parameters) {
    List<VersionRequirement> ofOperation = operation.needs();
    if (ofOperation.isEmpty()) {
      return parameters.needs();
    }
    List<VersionRequirement> needs = new ArrayList<>(ofOperation);
    needs.addAll(parameters.needs());
    return needs;
  }

  private static void require(Operation operation, List<VersionRequirement> needs, Release found) {
    UnsupportedVersionException refusal = refusal(operation, needs, found);
    if (refusal != null) {
      throw refusal;
    }
  }

  private static @Nullable UnsupportedVersionException refusal(
      Operation operation, List<VersionRequirement> needs, Release found) {
    for (VersionRequirement need : needs) {
      if (need.since() != null && found.isBefore(Release.of(need.since()))) {
        return refused(operation, need, need.since() + " or newer", found);
      }
      if (need.goneIn() != null && !found.isBefore(Release.of(need.goneIn()))) {
        return refused(operation, need, "older than " + need.goneIn(), found);
      }
    }
    return null;
  }

  private static UnsupportedVersionException refused(
      Operation operation, VersionRequirement need, String needed, Release found) {
    return new UnsupportedVersionException(
        operation.title(),
        new UnsupportedVersionException.Lack(need.what(), needed, need.instead()),
        found.toString());
  }
}
