package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coverage of one guest.
 *
 * @param kind {@code vm} or {@code container}
 * @param vmid its id
 * @param node its node
 * @param name its name; null if it has none
 * @param address the address of its resource in the code
 * @param unsupportedFeatures the reasons why the tool cannot read it. If there are any, its code is
 *     commented out
 * @param entries the coverage of each configuration key
 */
public record GuestCoverage(
    String kind,
    VmId vmid,
    NodeName node,
    @Nullable String name,
    String address,
    List<String> unsupportedFeatures,
    List<CoverageEntry> entries) {
  /** Copies the lists. */
  public GuestCoverage {
    unsupportedFeatures = List.copyOf(unsupportedFeatures);
    entries = List.copyOf(entries);
  }

  /** Returns whether the tool can read the guest, so that its code is active. */
  public boolean readable() {
    return unsupportedFeatures.isEmpty();
  }

  /** Returns the entries of one key: one for the whole value, or one for each property. */
  public List<CoverageEntry> of(String key) {
    return entries.stream().filter(entry -> entry.key().equals(key)).toList();
  }
}
