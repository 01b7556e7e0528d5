package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.List;

/**
 * An interface as a guest sees it.
 *
 * @param name {@code eth0}
 * @param mac its hardware address
 * @param addresses addresses with their prefix length, {@code 192.0.2.5/24}
 */
public record NetworkInterface(String name, String mac, List<String> addresses) {
  /** Copies the addresses. */
  public NetworkInterface {
    addresses = List.copyOf(addresses);
  }
}
