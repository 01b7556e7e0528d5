package io.github.proxmoxmpc.api.error;

import java.io.Serializable;

/**
 * The call that failed, as far as a message may tell it: no parameter stands here.
 *
 * @param operation the operation as the API viewer shows it, such as {@code GET
 *     /nodes/{node}/qemu/{vmid}/config}
 * @param method the HTTP method
 * @param path the path that was asked for, such as {@code /nodes/pve1/qemu/100/config}
 * @param endpoint the server, such as {@code https://pve1:8006}
 * @param identity who we said we are, such as {@code ci@pve!build}; never a secret
 */
public record FailedCall(
    String operation, String method, String path, String endpoint, String identity)
    implements Serializable {
  /** The beginning of every message: what was tried, on what. */
  public String unable() {
    return "Unable to " + method + " " + path + " on " + endpoint;
  }
}
