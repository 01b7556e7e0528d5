package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.format.ContainerNetwork;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.value.PropertyString;

/**
 * What a wanted value leaves open and the server would make up anew, taken over from the value that
 * holds now: hardware addresses, and the notes on a disk that stays.
 */
final class ServerAssignedValues {
  private ServerAssignedValues() {}

  /** The wanted text of a VM's network device, with the address that it has. */
  static String network(String now, String wanted) {
    NetworkDevice device = NetworkDevice.parse(wanted);
    String address = NetworkDevice.parse(now).get("macaddr");
    return device.get("macaddr") != null || address == null
        ? wanted
        : device.toBuilder().with("macaddr=" + address).build().wire();
  }

  /** The wanted text of a container's network device, with the address and the type it has. */
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

  /** The wanted text of a disk whose source stays: with the size that it has. */
  static PropertyString disk(PropertyString now, PropertyString wanted) {
    String size = now.get("size");
    return wanted.has("size") || size == null ? wanted : wanted.with("size=" + size);
  }
}
