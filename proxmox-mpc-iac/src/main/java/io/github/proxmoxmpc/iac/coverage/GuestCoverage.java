package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one guest.
 *
 * @param kind {@code vm} or {@code container}
 * @param id its id
 * @param node the node it lies on
 * @param name its name; null where it has none
 * @param address the address of its resource in the code
 * @param obstacles why the tool cannot read it; empty where it can. With an obstacle its code is
 *     commented out
 * @param entries its configuration, key by key
 */
public record GuestCoverage(
    String kind,
    VmId id,
    NodeName node,
    @Nullable String name,
    String address,
    List<String> obstacles,
    List<CoverageEntry> entries) {
  /** Copies the lists. */
  public GuestCoverage {
    obstacles = List.copyOf(obstacles);
    entries = List.copyOf(entries);
  }

  /** Whether the tool can read it, so that its code is in force. */
  public boolean readable() {
    return obstacles.isEmpty();
  }

  /** The entries of one key: one for the whole value, or one for each part. */
  public List<CoverageEntry> of(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).toList();
  }
}
