package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
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
final class AttributeMapping {
  enum Trait {
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

  /** Why a key cannot be expressed at all. */
  static final String NO_ATTRIBUTE = "the provider has no attribute for it";

  /** Why a key that the provider could express is not seen. */
  static final String NOT_READ = "the provider does not read it";

  /** The part that stands for the name of the key itself, such as {@code scsi0}. */
  static final String KEY_NAME = "@key";

  private final KeyPattern family;
  private final @Nullable String part;
  private final @Nullable String attribute;
  private final String block;
  private final String name;
  private final Conversion conversion;
  private final @Nullable HclValue absent;
  private final @Nullable HclValue preset;
  private final Constraint acceptance;
  private final @Nullable HclValue placeholder;
  private final @Nullable Predicate<String> unstable;
  private final Set<Trait> traits;
  private final String reason;
  private final String remedy;

  AttributeMapping(AttributeMappingBuilder draft) {
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

  /** Begins the row of the whole value of one key. */
  static AttributeMappingBuilder of(String key) {
    return of(KeyPattern.of(key));
  }

  /** Begins the row of a part of one key's property string. */
  static AttributeMappingBuilder of(String key, String part) {
    return of(KeyPattern.of(key), part);
  }

  /** Begins the row of a whole value. */
  static AttributeMappingBuilder of(KeyPattern family) {
    return new AttributeMappingBuilder(family, null);
  }

  /** Begins the row of a part of a property string. */
  static AttributeMappingBuilder of(KeyPattern family, String part) {
    return new AttributeMappingBuilder(family, part);
  }

  KeyPattern family() {
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

  Constraint acceptance() {
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
    ProviderPropertyString parts = guest.parts(key);
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
}
