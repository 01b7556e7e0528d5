package io.github.proxmoxmpc.api.internal.version;

import io.github.proxmoxmpc.api.error.NotImplementedByServerException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.error.PermissionException;
import io.github.proxmoxmpc.api.error.UnsupportedVersionException;
import io.github.proxmoxmpc.api.internal.call.ApiCall;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.internal.execution.policy.CallPolicy;
import io.github.proxmoxmpc.api.internal.execution.policy.Outcome;
import io.github.proxmoxmpc.api.internal.execution.policy.Prerequisite;
import io.github.proxmoxmpc.api.internal.execution.policy.Verdict;
import io.github.proxmoxmpc.api.value.ServerVersion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls that the server's release does not support.
 *
 * <p>The server is asked for its release when a call first requires more than the oldest known
 * release, and again before a call is refused, because the server may have been upgraded meanwhile.
 * If the client is not allowed to ask, the call is sent and the server decides. Thread-safe.
 */
public final class VersionPolicy implements CallPolicy {
  private static final Watch SUPPORTED_BY_ALL = new Watch() {};

  private final ServerVersionLookup lookup;
  private final @Nullable ServerVersion pinned;

  /**
   * Creates a policy; sends nothing.
   *
   * @param pinned the server's release if the user has stated it; null to ask the server
   */
  public VersionPolicy(ServerVersionLookup lookup, @Nullable ServerVersion pinned) {
    this.lookup = lookup;
    this.pinned = pinned;
  }

  /** Returns the server's release; asks the server if it is not known. */
  public ServerVersion release() {
    ServerVersion known = known();
    return known == null ? lookup.ask() : known;
  }

  /** Returns the server's release, without blocking a thread. */
  public CompletableFuture<ServerVersion> releaseAsync() {
    ServerVersion known = known();
    return known == null ? lookup.askAsync() : CompletableFuture.completedFuture(known);
  }

  /** Returns the release as far as it is known without asking; null if it is not. */
  private @Nullable ServerVersion known() {
    return pinned == null ? lookup.answer() : pinned;
  }

  @Override
  public Watch begin(ApiCall<?> call) {
    List<VersionRequirement> requirements = call.requirements();
    return requirements.isEmpty()
        ? SUPPORTED_BY_ALL
        : new Watch() {
          @Override
          public Prerequisite<?> before() {
            boolean maySend =
                isSupported(call, requirements) || (pinned == null && lookup.isForbidden());
            return maySend ? Prerequisite.NONE : new SupportedRelease(call, requirements);
          }

          @Override
          public Verdict after(Outcome<?> outcome) {
            if (outcome instanceof Outcome.Failure<?> failure
                && mayMeanAnUpgrade(failure.cause(), requirements)) {
              lookup.forget();
            }
            return Verdict.KEEP;
          }
        };
  }

  /** A server that lacks something that older releases have may have been upgraded. */
  private static boolean mayMeanAnUpgrade(
      Throwable failure, List<VersionRequirement> requirements) {
    return (failure instanceof NotImplementedByServerException
            || failure instanceof ParameterException)
        && requirements.stream().anyMatch(each -> each.goneIn() != null);
  }

  private boolean isSupported(ApiCall<?> call, List<VersionRequirement> requirements) {
    ServerVersion known = known();
    return known != null && refusal(call, requirements, known) == null;
  }

  private static @Nullable UnsupportedVersionException refusal(
      ApiCall<?> call, List<VersionRequirement> requirements, ServerVersion found) {
    for (VersionRequirement each : requirements) {
      if (each.since() != null && found.isBefore(ServerVersion.of(each.since()))) {
        return refusal(call, each, each.since() + " or newer", found);
      }
      if (each.goneIn() != null && !found.isBefore(ServerVersion.of(each.goneIn()))) {
        return refusal(call, each, "older than " + each.goneIn(), found);
      }
    }
    return null;
  }

  private static UnsupportedVersionException refusal(
      ApiCall<?> call, VersionRequirement requirement, String needed, ServerVersion found) {
    return new UnsupportedVersionException(
        call.toString(),
        new UnsupportedVersionException.Lack(requirement.what(), needed, requirement.instead()),
        found.toString());
  }

  /** The server's release, which has to support a call. */
  private final class SupportedRelease implements Prerequisite<ServerVersion> {
    private final ApiCall<?> call;
    private final List<VersionRequirement> requirements;

    SupportedRelease(ApiCall<?> call, List<VersionRequirement> requirements) {
      this.call = call;
      this.requirements = requirements;
    }

    @Override
    public ServerVersion await() {
      return pinned == null ? lookup.ask() : pinned;
    }

    @Override
    public CompletableFuture<ServerVersion> awaitAsync() {
      return pinned == null ? lookup.askAsync() : CompletableFuture.completedFuture(pinned);
    }

    @Override
    public void accept(ServerVersion found) {
      UnsupportedVersionException refusal = refusal(call, requirements, found);
      if (refusal != null) {
        throw refusal;
      }
    }

    /** A user who may not ask for the version may well be allowed to make the call. */
    @Override
    public boolean isDispensable(Throwable failure) {
      return failure instanceof PermissionException;
    }
  }
}
