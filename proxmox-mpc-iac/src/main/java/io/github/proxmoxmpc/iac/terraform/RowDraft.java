package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A row that is being written down. Not thread-safe. */
final class RowDraft {
  final Family family;
  final @Nullable String part;
  final Set<Row.Trait> traits = EnumSet.noneOf(Row.Trait.class);
  @Nullable String attribute;
  Conversion conversion = Conversion.TEXT;
  @Nullable HclValue absent;
  @Nullable HclValue preset;
  Acceptance acceptance = Acceptance.ANYTHING;
  @Nullable HclValue placeholder;
  @Nullable Predicate<String> unstable;
  String reason = "";
  String remedy = "change it on the server";

  RowDraft(Family family, @Nullable String part) {
    this.family = family;
    this.part = part;
  }

  /** The attribute, and how the provider reads its value. */
  RowDraft to(String path, Conversion how) {
    this.attribute = path;
    this.conversion = how;
    this.absent = how.empty();
    return this;
  }

  /** What the state holds where the server says nothing. */
  RowDraft absent(HclValue value) {
    this.absent = value;
    return this;
  }

  /** The state holds nothing where the server says nothing. */
  RowDraft absentIsNull() {
    this.absent = null;
    return this;
  }

  /** The default of the schema. */
  RowDraft preset(HclValue value) {
    this.preset = value;
    return this;
  }

  /** The default of the schema, which is also what the state holds where the server is silent. */
  RowDraft both(HclValue value) {
    return absent(value).preset(value);
  }

  RowDraft accepts(Acceptance rule) {
    this.acceptance = rule;
    return this;
  }

  /** What is written where the attribute is required and its value is refused. */
  RowDraft required(HclValue stopgap) {
    this.placeholder = stopgap;
    return this;
  }

  RowDraft always() {
    return trait(Row.Trait.ALWAYS);
  }

  RowDraft computed() {
    return trait(Row.Trait.COMPUTED);
  }

  RowDraft uncompared() {
    return trait(Row.Trait.UNCOMPARED);
  }

  RowDraft uncounted() {
    return trait(Row.Trait.UNCOUNTED);
  }

  RowDraft bare() {
    return trait(Row.Trait.BARE);
  }

  RowDraft bareOnly() {
    return trait(Row.Trait.BARE_ONLY);
  }

  /** Ignored beside being written, where a text is changed on its way through the provider. */
  RowDraft ignoredWhen(Predicate<String> condition) {
    this.unstable = condition;
    return this;
  }

  /** Why it is ignored or cannot be expressed. */
  RowDraft because(String why) {
    this.reason = why;
    return this;
  }

  /** What a person can do where the provider cannot read it. */
  RowDraft remedy(String action) {
    this.remedy = action;
    return this;
  }

  /** The row of an attribute that the provider sets by itself after an import. */
  Row ignored(String path, String why) {
    this.attribute = path;
    this.reason = why;
    trait(Row.Trait.IGNORED);
    return row();
  }

  /** The row of what the provider does not see. */
  Row unseen(String why) {
    this.reason = why;
    return row();
  }

  /** The row as it stands. */
  Row row() {
    return new Row(this);
  }

  private RowDraft trait(Row.Trait trait) {
    traits.add(trait);
    return this;
  }
}
