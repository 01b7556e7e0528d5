package io.github.proxmoxmpc.api.internal.transport;

import org.jspecify.annotations.Nullable;

/** The name of this SDK in the server's access log. */
public final class UserAgent {
  private UserAgent() {}

  /** Returns the value of the header. */
  public static String text() {
    // The version is in the manifest of the jar; classes in a folder have none.
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return "proxmox-mpc/" + (version == null ? "development" : version);
  }
}
