package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedBlock.DecodedAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes a resource's configuration as the provider does, by the rules of a mapping table. */
final class ResourceDecoder {
  private final MappingTable<?> table;
  private final ResourceView view;

  ResourceDecoder(MappingTable<?> table, ResourceView view) {
    this.table = table;
    this.view = view;
  }

  DecodedBlock decode() {
    return decode("", Scope.RESOURCE);
  }

  private DecodedBlock decode(String path, Scope scope) {
    List<DecodedAttribute> values = new ArrayList<>();
    for (AttributeMapping mapping : table.mappingsIn(path)) {
      values.add(decode(mapping, scope));
    }
    Map<BlockRule, List<DecodedBlock>> children = new LinkedHashMap<>();
    for (BlockRule rule : table.blocksIn(path)) {
      children.put(rule, decodeAll(rule, scope));
    }
    return new DecodedBlock(scope.gap(), values, children);
  }

  private DecodedAttribute decode(AttributeMapping mapping, Scope scope) {
    String key = keyOf(mapping.keyPattern(), scope);
    String text = key == null ? null : mapping.text(view, key);
    return new DecodedAttribute(mapping, key, text, mapping.decode(text));
  }

  private @Nullable String keyOf(KeyPattern keyPattern, Scope scope) {
    if (keyPattern.isFact()) {
      return keyPattern.label();
    }
    if (scope.key() != null) {
      return keyPattern.matches(view, scope.key()) ? scope.key() : null;
    }
    List<String> keys = scope.gap() ? List.of() : view.keys(keyPattern);
    return keys.isEmpty() ? null : keys.get(0);
  }

  private List<DecodedBlock> decodeAll(BlockRule rule, Scope scope) {
    KeyPattern keyPattern = rule.keyPattern();
    if (keyPattern == null) {
      return List.of(decode(rule.path(), scope));
    }
    List<DecodedBlock> blocks = new ArrayList<>();
    long next = 0;
    for (String key : view.keys(keyPattern)) {
      if (rule.gaps() != BlockRule.Gaps.CLOSED) {
        for (; next < NaturalOrder.number(key); next++) {
          blocks.add(decode(rule.path(), new Scope(null, true)));
        }
        next++;
      }
      blocks.add(decode(rule.path(), new Scope(key, false)));
    }
    return blocks;
  }

  /**
   * Selects one of several matching keys.
   *
   * @param key the key of the current block; null if the block does not repeat
   * @param gap whether the block fills a gap in the numbers
   */
  private record Scope(@Nullable String key, boolean gap) {
    static final Scope RESOURCE = new Scope(null, false);
  }
}
