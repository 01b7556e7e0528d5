package io.github.proxmoxmpc.api.guest.config;

import java.util.Map;
import java.util.Set;

/**
 * The keys that a change of a configuration can set and delete (update_vm_api of PVE::API2::Qemu,
 * update_pct_config of PVE::LXC::Config, Proxmox VE 9.2).
 *
 * @param request the operation that makes the change, for messages
 * @param served keys that only the server writes
 * @param fixed keys that the operation cannot change, each with the reason and the alternative
 * @param needed keys that cannot be deleted
 * @param same decides whether two spellings of a value mean the same
 */
record KeyRules(
    String request,
    Set<String> served,
    Map<String, String> fixed,
    Set<String> needed,
    SameValue same) {
  private static final String TEMPLATE =
      "cannot be changed by this request: convert the guest with POST .../template, which cannot be"
          + " undone";

  static final KeyRules VM =
      new KeyRules(
          "PUT /nodes/{node}/qemu/{vmid}/config",
          Set.of(
              "digest",
              "lock",
              "meta",
              "parent",
              "running-nets-host-mtu",
              "runningcpu",
              "runningmachine",
              "snapstate",
              "snaptime",
              "vmgenid",
              "vmstate"),
          Map.of("template", TEMPLATE),
          Set.of(),
          new SameValue(OptionTypes.VM));

  static final KeyRules CONTAINER =
      new KeyRules(
          "PUT /nodes/{node}/lxc/{vmid}/config",
          Set.of("digest", "lock", "lxc", "parent", "snapstate", "snaptime"),
          Map.of(
              "template",
              TEMPLATE,
              "unprivileged",
              "cannot be changed by this request: back up the container and restore it with the other"
                  + " setting"),
          Set.of("memory", "ostype", "rootfs"),
          new SameValue(OptionTypes.CONTAINER));
}
