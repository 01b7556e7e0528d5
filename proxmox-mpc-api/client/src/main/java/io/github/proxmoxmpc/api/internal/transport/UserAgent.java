package io.github.proxmoxmpc.api.internal.transport;

import org.jspecify.annotations.Nullable;

/** What we call ourselves in the server's access log. */
public final class UserAgent {
  private UserAgent() {}

  public static String text() {
    // The manifest of the jar knows the version; classes in a folder have no manifest.
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return "proxmox-mpc/" + (version == null ? "development" : version);
  }
}
