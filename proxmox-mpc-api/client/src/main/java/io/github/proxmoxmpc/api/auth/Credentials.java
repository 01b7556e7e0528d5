package io.github.proxmoxmpc.api.auth;

/** What a client shows the server to say who it is. */
public sealed interface Credentials permits ApiToken {
  /** Who the server will take us for, such as {@code ci@pve!build}; never a secret. */
  String identity();
}
