package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import java.util.List;

/**
 * The result of mapping one resource.
 *
 * @param body the body of its resource
 * @param entries the coverage of each configuration key
 * @param unsupportedFeatures the reasons why the provider cannot read the resource
 */
public record MappedResource(
    HclBody body,
    List<CoverageEntry> entries,
    List<UnsupportedFeature.Finding> unsupportedFeatures) {
  public MappedResource {
    entries = List.copyOf(entries);
    unsupportedFeatures = List.copyOf(unsupportedFeatures);
  }

  /** Maps a resource by a table. */
  public static <V extends ResourceView> MappedResource of(MappingTable<V> table, V view) {
    return ResourceWriter.write(table, view);
  }
}
