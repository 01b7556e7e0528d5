package io.github.proxmoxmpc.iac.terraform;

/** The families of keys of a container. */
final class ContainerFamilies {
  static final Family NETS = Family.numbered("net");
  static final Family MOUNT_POINTS = Family.numbered("mp");
  static final Family DEVICES = Family.numbered("dev");

  static final Family ADDRESSED_NETS =
      NETS.that("(with an address) net[n]", ContainerFamilies::hasAddress);
  static final Family ID_MAPS =
      new Family("lxc.idmap", (guest, key) -> key.startsWith("lxc.idmap#"));
  static final Family RAW_LINES =
      new Family("lxc.*", (guest, key) -> key.startsWith("lxc.") && !key.startsWith("lxc.idmap#"));

  private ContainerFamilies() {}

  static boolean hasAddress(GuestView guest, String key) {
    return guest.part(key, "ip") != null
        || guest.part(key, "gw") != null
        || guest.part(key, "ip6") != null
        || guest.part(key, "gw6") != null;
  }
}
