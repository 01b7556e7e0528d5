package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How one kind of guest becomes one type of resource. Immutable. */
final class MappingTable {
  private final String resourceType;
  private final List<AttributeMapping> rows;
  private final List<BlockRule> blocks;
  private final List<UnsupportedFeature> obstacles;
  private final Map<String, List<AttributeMapping>> rowsByBlock;
  private final Map<String, List<BlockRule>> blocksByParent;

  /**
   * Makes a table.
   *
   * @param resourceType the type of the resource
   * @param rows what each key becomes
   * @param blocks when each block is there, in the order in which they are written
   * @param obstacles what the provider cannot read
   */
  MappingTable(
      String resourceType,
      List<AttributeMapping> rows,
      List<BlockRule> blocks,
      List<UnsupportedFeature> obstacles) {
    this.resourceType = resourceType;
    this.rows = List.copyOf(rows);
    this.blocks = List.copyOf(blocks);
    this.obstacles = List.copyOf(obstacles);
    this.rowsByBlock =
        rows.stream()
            .filter(row -> row.attribute() != null)
            .collect(Collectors.groupingBy(AttributeMapping::block));
    this.blocksByParent = blocks.stream().collect(Collectors.groupingBy(BlockRule::parent));
  }

  String resourceType() {
    return resourceType;
  }

  List<AttributeMapping> rows() {
    return rows;
  }

  List<BlockRule> blocks() {
    return blocks;
  }

  List<UnsupportedFeature> obstacles() {
    return obstacles;
  }

  /** The rows of the attributes that stand in a block; in the resource itself for no path. */
  List<AttributeMapping> rowsIn(String block) {
    return rowsByBlock.getOrDefault(block, List.of());
  }

  /** The blocks that stand in a block; in the resource itself for no path. */
  List<BlockRule> blocksIn(String block) {
    return blocksByParent.getOrDefault(block, List.of());
  }
}
