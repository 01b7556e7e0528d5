package io.github.proxmoxmpc.iac.terraform;

import java.util.List;

/**
 * How one kind of guest becomes one type of resource.
 *
 * @param resourceType the type of the resource
 * @param rows what each key becomes
 * @param blocks when each block is there, in the order in which they are written
 * @param obstacles what the provider cannot read
 */
record MappingTable(
    String resourceType, List<Row> rows, List<BlockRule> blocks, List<Obstacle> obstacles) {
  MappingTable {
    rows = List.copyOf(rows);
    blocks = List.copyOf(blocks);
    obstacles = List.copyOf(obstacles);
  }
}
