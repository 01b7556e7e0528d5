package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import java.util.List;

/**
 * What a guest became.
 *
 * @param body what stands in its resource
 * @param entries what became of each key
 * @param obstacles what the provider cannot read
 */
record MappedGuest(
    HclBody body, List<CoverageEntry> entries, List<UnsupportedFeature.Finding> obstacles) {
  MappedGuest {
    entries = List.copyOf(entries);
    obstacles = List.copyOf(obstacles);
  }
}
