package io.github.proxmoxmpc.api.error;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes a failed call for a message. It has no parameters, because they may be secret.
 *
 * @param operation the operation as the API viewer shows it, such as {@code GET
 *     /nodes/{node}/qemu/{vmid}/config}
 * @param method the HTTP method
 * @param path the path of the call, such as {@code /nodes/pve1/qemu/100/config}
 * @param endpoint the address of the server, such as {@code https://pve1:8006}
 * @param identity the user or token, such as {@code ci@pve!build}; never a secret
 */
public record FailedCall(
    String operation, String method, String path, String endpoint, String identity)
    implements Serializable {
  private static final Pattern POWER =
      Pattern.compile("/nodes/([^/]+)/(qemu|lxc)/(\\d+)/status/(start|stop|shutdown|reboot|reset)");

  /**
   * Returns the beginning of a message: the attempted action and its object. A power action names
   * the guest and its node, such as "Cannot start VM 100 on pve1".
   */
  public String unable() {
    String call = method + " " + path + " on " + endpoint;
    Matcher power = POWER.matcher(path);
    if (!power.matches()) {
      return "Cannot " + call;
    }
    String kind = power.group(2).equals("qemu") ? "VM " : "container ";
    String verb = power.group(4).equals("shutdown") ? "shut down" : power.group(4);
    return "Cannot "
        + verb
        + " "
        + kind
        + power.group(3)
        + " on "
        + power.group(1)
        + " ("
        + call
        + ")";
  }
}
