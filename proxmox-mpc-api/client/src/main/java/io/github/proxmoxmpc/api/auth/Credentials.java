package io.github.proxmoxmpc.api.auth;

/** Identifies the client to the server. */
public sealed interface Credentials permits ApiToken {
  /** Returns the user or token, such as {@code ci@pve!build}; never a secret. */
  String identity();
}
