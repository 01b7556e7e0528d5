package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Defines how one kind of resource becomes one type of Terraform resource. Immutable.
 *
 * @param <V> the view of such a resource
 */
public final class MappingTable<V extends ResourceView> {
  private final String resourceType;
  private final List<AttributeMapping> mappings;
  private final List<BlockRule> blocks;
  private final List<UnsupportedFeature<V>> unsupportedFeatures;
  private final Map<String, List<AttributeMapping>> mappingsByBlock;
  private final Map<String, List<BlockRule>> blocksByParent;

  /**
   * Creates a table.
   *
   * @param resourceType the Terraform resource type
   * @param mappings the mapping of each key and property
   * @param blocks the rule of each block, in the order in which blocks are written
   * @param unsupportedFeatures the features that the provider cannot read
   */
  public MappingTable(
      String resourceType,
      List<AttributeMapping> mappings,
      List<BlockRule> blocks,
      List<UnsupportedFeature<V>> unsupportedFeatures) {
    this.resourceType = resourceType;
    this.mappings = List.copyOf(mappings);
    this.blocks = List.copyOf(blocks);
    this.unsupportedFeatures = List.copyOf(unsupportedFeatures);
    this.mappingsByBlock =
        mappings.stream()
            .filter(mapping -> mapping.attribute() != null)
            .collect(Collectors.groupingBy(AttributeMapping::block));
    this.blocksByParent = blocks.stream().collect(Collectors.groupingBy(BlockRule::parent));
  }

  public String resourceType() {
    return resourceType;
  }

  public List<AttributeMapping> mappings() {
    return mappings;
  }

  public List<BlockRule> blocks() {
    return blocks;
  }

  public List<UnsupportedFeature<V>> unsupportedFeatures() {
    return unsupportedFeatures;
  }

  /** Returns the mappings of a block's attributes; the empty path means the resource itself. */
  List<AttributeMapping> mappingsIn(String block) {
    return mappingsByBlock.getOrDefault(block, List.of());
  }

  /** Returns the rules of the blocks nested in a block; the empty path means the resource. */
  List<BlockRule> blocksIn(String block) {
    return blocksByParent.getOrDefault(block, List.of());
  }
}
