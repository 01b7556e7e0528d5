package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a mapping table: what one key of the configuration, or one part of its property
 * string, becomes.
 *
 * <p>The rule that all rows follow: the provider's state decides. A value is written where the
 * state holds it and it differs from the preset of the schema; it is left out where it equals the
 * preset; where validation refuses it, it is left out and ignored. Rows say the exceptions. Rows
 * are immutable.
 */
final class Row {
  private enum Trait {
    /** Written even where it equals the preset. */
    ALWAYS,
    /** Leaving it out is clean whatever the state holds, and nothing is compared then. */
    COMPUTED,
    /** The provider does not look at it when it decides whether its block is there. */
    UNCOUNTED,
    /** The key stands for the part without a key, too. */
    BARE,
    /** Only the part without a key is read. */
    BARE_ONLY,
    /** Never written, always ignored. */
    IGNORED,
    /** Written for the reader and for a later apply; the provider compares it with nothing. */
    UNCOMPARED
  }

  /** The part that stands for the name of the key itself, such as {@code scsi0}. */
  static final String KEY_NAME = "@key";

  private final Family family;
  private final @Nullable String part;
  private final @Nullable String attribute;
  private final String block;
  private final String name;
  private final Conversion conversion;
  private final @Nullable HclValue absent;
  private final @Nullable HclValue preset;
  private final Acceptance acceptance;
  private final @Nullable HclValue placeholder;
  private final @Nullable Predicate<String> unstable;
  private final Set<Trait> traits;
  private final String reason;
  private final String remedy;

  private Row(Draft draft) {
    this.family = draft.family;
    this.part = draft.part;
    this.attribute = draft.attribute;
    String path = draft.attribute == null ? "" : draft.attribute;
    this.block = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    this.name = path.substring(path.lastIndexOf('.') + 1);
    this.conversion = draft.conversion;
    this.absent = draft.absent;
    this.preset = draft.preset;
    this.acceptance = draft.acceptance;
    this.placeholder = draft.placeholder;
    this.unstable = draft.unstable;
    this.traits = Set.copyOf(draft.traits);
    this.reason = draft.reason;
    this.remedy = draft.remedy;
  }

  /** Begins the row of a whole value. */
  static Draft of(Family family) {
    return new Draft(family, null);
  }

  /** Begins the row of a part of a property string. */
  static Draft of(Family family, String part) {
    return new Draft(family, part);
  }

  Family family() {
    return family;
  }

  @Nullable String part() {
    return part;
  }

  /** The path of the attribute; null where the provider has none. */
  @Nullable String attribute() {
    return attribute;
  }

  /** The path of the block that the attribute stands in; empty for the resource itself. */
  String block() {
    return block;
  }

  /** The last name of the attribute's path. */
  String name() {
    return name;
  }

  Acceptance acceptance() {
    return acceptance;
  }

  @Nullable HclValue placeholder() {
    return placeholder;
  }

  String reason() {
    return reason;
  }

  String remedy() {
    return remedy;
  }

  boolean isAlwaysWritten() {
    return traits.contains(Trait.ALWAYS);
  }

  boolean isComputed() {
    return traits.contains(Trait.COMPUTED);
  }

  boolean isUncounted() {
    return traits.contains(Trait.UNCOUNTED);
  }

  boolean isUncompared() {
    return traits.contains(Trait.UNCOMPARED);
  }

  boolean isIgnored() {
    return traits.contains(Trait.IGNORED);
  }

  /** Whether the value changes on its way through the provider, so that it is ignored. */
  boolean isUnstable(String text) {
    return unstable != null && unstable.test(text);
  }

  /** Whether a value is what the provider takes for granted. */
  boolean isPreset(HclValue value) {
    return value.equals(preset == null ? conversion.empty() : preset);
  }

  /** The text that the row is about, for one key of its family; null where there is none. */
  @Nullable String text(GuestView guest, String key) {
    if (part == null) {
      return guest.text(key);
    }
    if (part.equals(KEY_NAME)) {
      return key;
    }
    Parts parts = guest.parts(key);
    if (traits.contains(Trait.BARE_ONLY)) {
      return parts.bare();
    }
    return traits.contains(Trait.BARE) ? parts.either(part) : parts.named().get(part);
  }

  /** What the provider makes of a text; of none, where it is null. */
  Reading read(@Nullable String text) {
    if (text != null) {
      return conversion.reader().read(text);
    }
    return absent == null ? new Reading.Nothing() : new Reading.State(absent);
  }

  @Override
  public String toString() {
    return family.label()
        + (part == null ? "" : "." + part)
        + " -> "
        + (attribute == null ? "(" + reason + ")" : attribute);
  }

  /** A row that is being written down. */
  static final class Draft {
    private final Family family;
    private final @Nullable String part;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private @Nullable String attribute;
    private Conversion conversion = Conversion.TEXT;
    private @Nullable HclValue absent;
    private @Nullable HclValue preset;
    private Acceptance acceptance = Acceptance.ANYTHING;
    private @Nullable HclValue placeholder;
    private @Nullable Predicate<String> unstable;
    private String reason = "";
    private String remedy = "change it on the server";

    private Draft(Family family, @Nullable String part) {
      this.family = family;
      this.part = part;
    }

    /** The attribute, and how the provider reads its value. */
    Draft to(String path, Conversion how) {
      this.attribute = path;
      this.conversion = how;
      this.absent = how.empty();
      return this;
    }

    /** What the state holds where the server says nothing. */
    Draft absent(HclValue value) {
      this.absent = value;
      return this;
    }

    /** The state holds nothing where the server says nothing. */
    Draft absentIsNull() {
      this.absent = null;
      return this;
    }

    /** The default of the schema. */
    Draft preset(HclValue value) {
      this.preset = value;
      return this;
    }

    /** The default of the schema, which is also what the state holds where the server is silent. */
    Draft both(HclValue value) {
      return absent(value).preset(value);
    }

    Draft accepts(Acceptance rule) {
      this.acceptance = rule;
      return this;
    }

    /** What is written where the attribute is required and its value is refused. */
    Draft required(HclValue stopgap) {
      this.placeholder = stopgap;
      return this;
    }

    Draft always() {
      return trait(Trait.ALWAYS);
    }

    Draft computed() {
      return trait(Trait.COMPUTED);
    }

    Draft uncompared() {
      return trait(Trait.UNCOMPARED);
    }

    Draft uncounted() {
      return trait(Trait.UNCOUNTED);
    }

    Draft bare() {
      return trait(Trait.BARE);
    }

    Draft bareOnly() {
      return trait(Trait.BARE_ONLY);
    }

    /** Ignored beside being written, where a text is changed on its way through the provider. */
    Draft ignoredWhen(Predicate<String> condition) {
      this.unstable = condition;
      return this;
    }

    /** Why it is ignored or cannot be expressed. */
    Draft because(String why) {
      this.reason = why;
      return this;
    }

    /** What a person can do where the provider cannot read it. */
    Draft remedy(String action) {
      this.remedy = action;
      return this;
    }

    /** The row of an attribute that the provider sets by itself after an import. */
    Row ignored(String path, String why) {
      this.attribute = path;
      this.reason = why;
      trait(Trait.IGNORED);
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

    private Draft trait(Trait trait) {
      traits.add(trait);
      return this;
    }
  }
}
