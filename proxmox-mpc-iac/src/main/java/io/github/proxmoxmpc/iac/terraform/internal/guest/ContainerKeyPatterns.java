package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ResourceView;

/** The key patterns of a container. */
final class ContainerKeyPatterns {
  static final KeyPattern NETS = KeyPattern.numbered("net");
  static final KeyPattern MOUNT_POINTS = KeyPattern.numbered("mp");
  static final KeyPattern DEVICES = KeyPattern.numbered("dev");

  static final KeyPattern ADDRESSED_NETS =
      NETS.where("(with an address) net[n]", ContainerKeyPatterns::hasAddress);
  static final KeyPattern ID_MAPS =
      new KeyPattern("lxc.idmap", (guest, key) -> key.startsWith("lxc.idmap#"));
  static final KeyPattern RAW_LINES =
      new KeyPattern(
          "lxc.*", (guest, key) -> key.startsWith("lxc.") && !key.startsWith("lxc.idmap#"));

  private ContainerKeyPatterns() {}

  static boolean hasAddress(ResourceView guest, String key) {
    return guest.property(key, "ip") != null
        || guest.property(key, "gw") != null
        || guest.property(key, "ip6") != null
        || guest.property(key, "gw6") != null;
  }
}
