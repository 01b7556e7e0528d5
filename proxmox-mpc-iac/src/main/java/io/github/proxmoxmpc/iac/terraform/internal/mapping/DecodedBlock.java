package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One block as the provider decodes it from the server's answer.
 *
 * @param gap whether the block fills a gap in the numbers of its keys
 * @param values the attributes in the block
 * @param children the nested blocks by rule
 */
public record DecodedBlock(
    boolean gap, List<DecodedAttribute> values, Map<BlockRule, List<DecodedBlock>> children) {
  public DecodedBlock {
    values = List.copyOf(values);
    children = new LinkedHashMap<>(children);
  }

  /** Returns whether the server sets any key or property of this block or its nested blocks. */
  public boolean isKeyed() {
    return values.stream().anyMatch(DecodedAttribute::isKeyed)
        || children.values().stream().flatMap(List::stream).anyMatch(DecodedBlock::isKeyed);
  }

  /** Returns whether any counted value differs from its schema default. */
  public boolean differs() {
    return values.stream()
        .anyMatch(value -> !value.mapping().has(MappingTrait.NOT_COUNTED) && value.differs());
  }

  /**
   * One attribute as the provider decodes it.
   *
   * @param mapping its mapping
   * @param key the configuration key it comes from; null if the server has none
   * @param text the text of the key or property; null if the server has none
   * @param decoded the decoded text
   */
  public record DecodedAttribute(
      AttributeMapping mapping, @Nullable String key, @Nullable String text, DecodedValue decoded) {
    /** Returns whether the server sets it. */
    boolean isKeyed() {
      return text != null
          && !mapping.keyPattern().isFact()
          && !AttributeMapping.KEY_NAME.equals(mapping.property());
    }

    /** Returns whether the state holds anything but the schema default. */
    boolean differs() {
      return decoded instanceof DecodedValue.Value state
          ? !mapping.isSchemaDefault(state.value())
          : decoded instanceof DecodedValue.Absent;
    }
  }
}
