package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.terraform.BlockReading.ValueReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a guest as the provider does, by the rows and block rules of a table. */
final class GuestReader {
  private final MappingTable table;
  private final GuestView guest;

  GuestReader(MappingTable table, GuestView guest) {
    this.table = table;
    this.guest = guest;
  }

  BlockReading resource() {
    return read("", Scope.RESOURCE);
  }

  private BlockReading read(String path, Scope scope) {
    List<ValueReading> values = new ArrayList<>();
    for (AttributeMapping row : table.rowsIn(path)) {
      values.add(read(row, scope));
    }
    Map<BlockRule, List<BlockReading>> children = new LinkedHashMap<>();
    for (BlockRule rule : table.blocksIn(path)) {
      children.put(rule, readAll(rule, scope));
    }
    return new BlockReading(scope.gap(), values, children);
  }

  private ValueReading read(AttributeMapping row, Scope scope) {
    String key = keyOf(row.family(), scope);
    String text = key == null ? null : row.text(guest, key);
    return new ValueReading(row, key, text, row.read(text));
  }

  private @Nullable String keyOf(KeyPattern family, Scope scope) {
    if (family.isFact()) {
      return family.label();
    }
    if (scope.key() != null) {
      return family.holds(guest, scope.key()) ? scope.key() : null;
    }
    List<String> keys = scope.gap() ? List.of() : guest.keys(family);
    return keys.isEmpty() ? null : keys.get(0);
  }

  private List<BlockReading> readAll(BlockRule rule, Scope scope) {
    KeyPattern family = rule.family();
    if (family == null) {
      return List.of(read(rule.path(), scope));
    }
    List<BlockReading> blocks = new ArrayList<>();
    long next = 0;
    for (String key : guest.keys(family)) {
      if (rule.gaps() != BlockRule.Gaps.VANISH) {
        for (; next < NaturalOrder.number(key); next++) {
          blocks.add(read(rule.path(), new Scope(null, true)));
        }
        next++;
      }
      blocks.add(read(rule.path(), new Scope(key, false)));
    }
    return blocks;
  }

  /**
   * Which of several keys is meant.
   *
   * @param key the key of this block; null where the block is not one of several
   * @param gap whether the block stands for a missing key
   */
  private record Scope(@Nullable String key, boolean gap) {
    static final Scope RESOURCE = new Scope(null, false);
  }
}
