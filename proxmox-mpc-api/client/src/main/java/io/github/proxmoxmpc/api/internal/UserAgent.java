package io.github.proxmoxmpc.api.internal;

import org.jspecify.annotations.Nullable;

/** What we call ourselves in the server's access log. */
final class UserAgent {
  private UserAgent() {}

  static String text() {
    // The manifest of the jar knows the version; classes in a folder have no manifest.
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return "proxmox-mpc/" + (version == null ? "development" : version);
  }
}
