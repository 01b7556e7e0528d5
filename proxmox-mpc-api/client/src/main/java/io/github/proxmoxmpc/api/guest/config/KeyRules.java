package io.github.proxmoxmpc.api.guest.config;

import java.util.Map;
import java.util.Set;

/**
 * What a change of a configuration can do with which key (update_vm_api of PVE::API2::Qemu,
 * update_pct_config of PVE::LXC::Config, Proxmox VE 9.2).
 *
 * @param request what is sent, for messages
 * @param served keys that only the server writes
 * @param fixed keys that no such request changes, with what does
 * @param needed keys that cannot be deleted
 * @param same which spellings of a value mean the same
 */
record KeyRules(
    String request,
    Set<String> served,
    Map<String, String> fixed,
    Set<String> needed,
    SameValue same) {
  private static final String TEMPLATE =
      "cannot be changed by it: make a template with POST .../template; nothing undoes that";

  static final KeyRules VM =
      new KeyRules(
          "The change of a VM's configuration",
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
          "The change of a container's configuration",
          Set.of("digest", "lock", "lxc", "parent", "snapstate", "snaptime"),
          Map.of(
              "template",
              TEMPLATE,
              "unprivileged",
              "cannot be changed by it: back the container up, and restore it the other way"),
          Set.of("memory", "ostype", "rootfs"),
          new SameValue(OptionTypes.CONTAINER));
}
