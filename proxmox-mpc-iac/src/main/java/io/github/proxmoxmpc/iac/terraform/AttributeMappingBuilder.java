package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row that is being written down. Not thread-safe. */
final class AttributeMappingBuilder {
  final KeyPattern family;
  final @Nullable String part;
  final Set<AttributeMapping.Trait> traits = EnumSet.noneOf(AttributeMapping.Trait.class);
  @Nullable String attribute;
  Conversion conversion = Conversion.TEXT;
  @Nullable HclValue absent;
  @Nullable HclValue preset;
  Constraint acceptance = Constraint.ANYTHING;
  @Nullable HclValue placeholder;
  @Nullable Predicate<String> unstable;
  String reason = "";
  String remedy = "change it on the server";

  AttributeMappingBuilder(KeyPattern family, @Nullable String part) {
    this.family = family;
    this.part = part;
  }

  /** The attribute, and how the provider reads its value. */
  AttributeMappingBuilder to(String path, Conversion how) {
    this.attribute = path;
    this.conversion = how;
    this.absent = how.empty();
    return this;
  }

  /** What the state holds where the server says nothing. */
  AttributeMappingBuilder absent(HclValue value) {
    this.absent = value;
    return this;
  }

  /** The state holds nothing where the server says nothing. */
  AttributeMappingBuilder absentIsNull() {
    this.absent = null;
    return this;
  }

  /** The default of the schema. */
  AttributeMappingBuilder preset(HclValue value) {
    this.preset = value;
    return this;
  }

  /** The default of the schema, which is also what the state holds where the server is silent. */
  AttributeMappingBuilder both(HclValue value) {
    return absent(value).preset(value);
  }

  AttributeMappingBuilder accepts(Constraint rule) {
    this.acceptance = rule;
    return this;
  }

  /** What is written where the attribute is required and its value is refused. */
  AttributeMappingBuilder required(HclValue stopgap) {
    this.placeholder = stopgap;
    return this;
  }

  AttributeMappingBuilder always() {
    return trait(AttributeMapping.Trait.ALWAYS);
  }

  AttributeMappingBuilder computed() {
    return trait(AttributeMapping.Trait.COMPUTED);
  }

  AttributeMappingBuilder uncompared() {
    return trait(AttributeMapping.Trait.UNCOMPARED);
  }

  AttributeMappingBuilder uncounted() {
    return trait(AttributeMapping.Trait.UNCOUNTED);
  }

  AttributeMappingBuilder bare() {
    return trait(AttributeMapping.Trait.BARE);
  }

  AttributeMappingBuilder bareOnly() {
    return trait(AttributeMapping.Trait.BARE_ONLY);
  }

  /** Ignored beside being written, where a text is changed on its way through the provider. */
  AttributeMappingBuilder ignoredWhen(Predicate<String> condition) {
    this.unstable = condition;
    return this;
  }

  /** Why it is ignored or cannot be expressed. */
  AttributeMappingBuilder because(String why) {
    this.reason = why;
    return this;
  }

  /** What a person can do where the provider cannot read it. */
  AttributeMappingBuilder remedy(String action) {
    this.remedy = action;
    return this;
  }

  /** The row of an attribute that the provider sets by itself after an import. */
  AttributeMapping ignored(String path, String why) {
    this.attribute = path;
    this.reason = why;
    trait(AttributeMapping.Trait.IGNORED);
    return row();
  }

  /** The row of what the provider does not see. */
  AttributeMapping unseen(String why) {
    this.reason = why;
    return row();
  }

  /** The row as it stands. */
  AttributeMapping row() {
    return new AttributeMapping(this);
  }

  private AttributeMappingBuilder trait(AttributeMapping.Trait trait) {
    traits.add(trait);
    return this;
  }
}
