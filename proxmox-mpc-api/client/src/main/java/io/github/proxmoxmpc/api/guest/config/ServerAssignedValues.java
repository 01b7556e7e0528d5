package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.format.ContainerNetwork;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.value.PropertyString;

/**
 * Copies values that the server assigns from the current value to a wanted value that lacks them:
 * hardware addresses, and the size of a disk. Otherwise the server would generate new ones.
 */
final class ServerAssignedValues {
  private ServerAssignedValues() {}

  /**
   * Returns the wanted network device of a VM, with the current hardware address if it has none.
   */
  static String network(String now, String wanted) {
    NetworkDevice device = NetworkDevice.parse(wanted);
    String address = NetworkDevice.parse(now).get("macaddr");
    return device.get("macaddr") != null || address == null
        ? wanted
        : device.toBuilder().with("macaddr=" + address).build().wire();
  }

  /** Returns the wanted network device of a container, with the current address and type. */
  static String containerNetwork(String now, String wanted) {
    ContainerNetwork before = ContainerNetwork.parse(now);
    ContainerNetwork device = ContainerNetwork.parse(wanted);
    for (String key : new String[] {"hwaddr", "type"}) {
      String value = before.get(key);
      if (device.get(key) == null && value != null) {
        device = device.toBuilder().with(key + "=" + value).build();
      }
    }
    return device.wire();
  }

  /** Returns the wanted disk, whose source is unchanged, with its current size if it has none. */
  static PropertyString disk(PropertyString now, PropertyString wanted) {
    String size = now.get("size");
    return wanted.has("size") || size == null ? wanted : wanted.with("size=" + size);
  }
}
