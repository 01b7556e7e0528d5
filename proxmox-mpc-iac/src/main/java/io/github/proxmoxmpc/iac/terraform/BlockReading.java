package io.github.proxmoxmpc.iac.terraform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One block as the provider reads it from the server.
 *
 * @param gap whether it stands for a number that the server does not have
 * @param values the attributes in it
 * @param children the blocks in it, each rule with the readings of its blocks
 */
record BlockReading(
    boolean gap, List<ValueReading> values, Map<BlockRule, List<BlockReading>> children) {
  BlockReading {
    values = List.copyOf(values);
    children = new LinkedHashMap<>(children);
  }

  /** Whether any key or part in it, or in the blocks in it, is set on the server. */
  boolean isKeyed() {
    return values.stream().anyMatch(ValueReading::isKeyed)
        || children.values().stream().flatMap(List::stream).anyMatch(BlockReading::isKeyed);
  }

  /** Whether any value in it differs from its preset. */
  boolean differs() {
    return values.stream().anyMatch(value -> !value.row().isUncounted() && value.differs());
  }

  /** The text of an attribute in it; null where the server says nothing. */
  @Nullable String text(String name) {
    return values.stream()
        .filter(value -> value.row().name().equals(name))
        .map(ValueReading::text)
        .findFirst()
        .orElse(null);
  }

  /**
   * One attribute as the provider reads it.
   *
   * @param row the row of the table
   * @param key the key that it comes from; null where the server has none
   * @param text its text; null where there is none
   * @param reading what the provider makes of it
   */
  record ValueReading(
      AttributeMapping row, @Nullable String key, @Nullable String text, Reading reading) {
    /** Whether it is set on the server. */
    boolean isKeyed() {
      return text != null
          && !row.family().isFact()
          && !AttributeMapping.KEY_NAME.equals(row.part());
    }

    /** Whether the state holds something else than the preset. */
    boolean differs() {
      return reading instanceof Reading.State state
          ? !row.isPreset(state.value())
          : reading instanceof Reading.Nothing;
    }
  }
}
