package io.github.proxmoxmpc.api.error;

import io.github.proxmoxmpc.api.internal.wire.LogSafeText;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Any other error status: the server, or a proxy in front of it, failed. The system log of the node
 * usually has the reason.
 */
public final class ServerException extends ApiException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String redirectTarget;

  /** Creates the exception from the call and the server's response. */
  public ServerException(FailedCall call, ErrorResponse response) {
    super(call, response, advice(response.status()));
    this.redirectTarget = null;
  }

  private ServerException(FailedCall call, ErrorResponse response, String target) {
    super(call, response, redirectAdvice(call, target));
    this.redirectTarget = target;
  }

  /**
   * Creates the exception for a redirect, which the client never follows.
   *
   * @param location the {@code Location} header of the response; its query, fragment and log-in are
   *     dropped, because they may hold secrets
   */
  public static ServerException redirect(
      FailedCall call, ErrorResponse response, @Nullable String location) {
    String target = location == null ? "" : withoutSecrets(location);
    return target.isEmpty()
        ? new ServerException(call, response)
        : new ServerException(call, response, target);
  }

  /** Returns the address that a redirect names, without its query; null for other responses. */
  public @Nullable String redirectTarget() {
    return redirectTarget;
  }

  private static String withoutSecrets(String location) {
    return LogSafeText.of(location.strip().replaceFirst("[?#].*", ""));
  }

  private static String redirectAdvice(FailedCall call, String target) {
    String beginning = "The response redirects to " + target + ", and redirects are not followed. ";
    // The target can be an address of the API only if it contains the path of the same operation.
    int path = target.indexOf("/api2/json" + call.path());
    if (path >= 0 && isOtherHttpsServer(call, target)) {
      return beginning + "Use " + target.substring(0, path) + " as the address of the client.";
    }
    return beginning
        + "The target is not the Proxmox VE API but a page of a proxy in front of it, such as a log-in"
        + " page: exclude /api2 there, or use the address of the node itself (port 8006).";
  }

  private static boolean isOtherHttpsServer(FailedCall call, String target) {
    try {
      return "https".equalsIgnoreCase(new URI(target).getScheme())
          && !target.startsWith(call.endpoint() + "/api2/json");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String advice(int status) {
    if (status >= 300 && status < 400) {
      return "The response redirects without naming a target: check the address of the client.";
    }
    if (status == 502 || status == 503 || status == 504) {
      return "A proxy in front of Proxmox VE or a restarting pveproxy sent this: try again later.";
    }
    return "See the system log of the node.";
  }
}
