package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Maps one configuration key, or one property of its property string, to one attribute of a
 * Terraform resource. Immutable.
 *
 * <p>The default rule: an attribute is written if the provider's state holds a value that differs
 * from the schema default, and left out if the two are equal. If the provider's validation rejects
 * the value, the attribute is left out and listed in {@code ignore_changes}. Each mapping declares
 * only its exceptions from this rule.
 */
public final class AttributeMapping {
  /** The reason for a key that has no attribute. */
  public static final String NO_ATTRIBUTE = "the provider has no attribute for it";

  /** The reason for a key that has an attribute which the provider does not fill on import. */
  public static final String NOT_READ = "the provider does not read it";

  /** The reason for a key that no mapping matches. */
  public static final String NO_MAPPING = "the mapping table does not know it";

  /** The pseudo property that holds the name of the key itself, such as {@code scsi0}. */
  public static final String KEY_NAME = "@key";

  private final KeyPattern keyPattern;
  private final @Nullable String property;
  private final @Nullable String attribute;
  private final String block;
  private final String name;
  private final Conversion conversion;
  private final @Nullable HclValue whenUnset;
  private final @Nullable HclValue schemaDefault;
  private final Constraint constraint;
  private final @Nullable HclValue placeholder;
  private final @Nullable Predicate<String> unstable;
  private final Set<MappingTrait> traits;
  private final String reason;
  private final String remedy;

  private AttributeMapping(Builder builder) {
    this.keyPattern = builder.keyPattern;
    this.property = builder.property;
    this.attribute = builder.attribute;
    String path = builder.attribute == null ? "" : builder.attribute;
    this.block = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    this.name = path.substring(path.lastIndexOf('.') + 1);
    this.conversion = builder.conversion;
    this.whenUnset = builder.whenUnset;
    this.schemaDefault = builder.schemaDefault;
    this.constraint = builder.constraint;
    this.placeholder = builder.placeholder;
    this.unstable = builder.unstable;
    this.traits = Set.copyOf(builder.traits);
    this.reason = builder.reason;
    this.remedy = builder.remedy;
  }

  /** Creates a builder for the whole value of one key. */
  public static Builder of(String key) {
    return of(KeyPattern.of(key));
  }

  /** Creates a builder for one property of a key's property string. */
  public static Builder of(String key, String property) {
    return of(KeyPattern.of(key), property);
  }

  /** Creates a builder for the whole value of each matching key. */
  public static Builder of(KeyPattern keyPattern) {
    return new Builder(keyPattern, null);
  }

  /** Creates a builder for one property of each matching key's property string. */
  public static Builder of(KeyPattern keyPattern, String property) {
    return new Builder(keyPattern, property);
  }

  public KeyPattern keyPattern() {
    return keyPattern;
  }

  /** Returns the property of the property string; null for the whole value. */
  @Nullable String property() {
    return property;
  }

  /** Returns the path of the attribute; null if the provider has none. */
  @Nullable String attribute() {
    return attribute;
  }

  /** Returns the path of the enclosing block; empty for the resource itself. */
  String block() {
    return block;
  }

  /** Returns the last segment of the attribute's path. */
  String name() {
    return name;
  }

  Constraint constraint() {
    return constraint;
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

  boolean has(MappingTrait trait) {
    return traits.contains(trait);
  }

  /** Returns whether the provider changes this text, so that the attribute must be ignored. */
  boolean isUnstable(String text) {
    return unstable != null && unstable.test(text);
  }

  /** Returns whether a value equals the schema default. */
  boolean isSchemaDefault(HclValue value) {
    return value.equals(schemaDefault == null ? conversion.empty() : schemaDefault);
  }

  /** Returns the text that this mapping reads from a matching key; null if it is not set. */
  @Nullable String text(ResourceView view, String key) {
    if (property == null) {
      return view.text(key);
    }
    if (property.equals(KEY_NAME)) {
      return key;
    }
    ProviderPropertyString properties = view.propertyString(key);
    if (has(MappingTrait.DEFAULT_KEY_ONLY)) {
      return properties.bare();
    }
    return has(MappingTrait.DEFAULT_KEY)
        ? properties.namedOrBare(property)
        : properties.named().get(property);
  }

  /** Decodes a text as the provider does; null means that the server has no value. */
  DecodedValue decode(@Nullable String text) {
    if (text != null) {
      return conversion.decode(text);
    }
    return whenUnset == null ? new DecodedValue.Absent() : new DecodedValue.Value(whenUnset);
  }

  @Override
  public String toString() {
    return keyPattern.label()
        + (property == null ? "" : "." + property)
        + " -> "
        + (attribute == null ? "(" + reason + ")" : attribute);
  }

  /** Collects the settings of a mapping. Not thread-safe. */
  public static final class Builder {
    private final KeyPattern keyPattern;
    private final @Nullable String property;
    private final Set<MappingTrait> traits = EnumSet.noneOf(MappingTrait.class);
    private @Nullable String attribute;
    private Conversion conversion = Conversion.TEXT;
    private @Nullable HclValue whenUnset;
    private @Nullable HclValue schemaDefault;
    private Constraint constraint = Constraint.ANYTHING;
    private @Nullable HclValue placeholder;
    private @Nullable Predicate<String> unstable;
    private String reason = "";
    private String remedy = "change it on the server";

    private Builder(KeyPattern keyPattern, @Nullable String property) {
      this.keyPattern = keyPattern;
      this.property = property;
    }

    /** Sets the attribute, and how the provider decodes its value. */
    public Builder to(String path, Conversion how) {
      this.attribute = path;
      this.conversion = how;
      this.whenUnset = how.empty();
      return this;
    }

    /** Sets the value in the state if the server has none. */
    public Builder whenUnset(HclValue value) {
      this.whenUnset = value;
      return this;
    }

    /** Declares that the state holds null if the server has no value. */
    public Builder nullWhenUnset() {
      this.whenUnset = null;
      return this;
    }

    /** Sets the default of the provider's schema. */
    public Builder schemaDefault(HclValue value) {
      this.schemaDefault = value;
      return this;
    }

    /** Sets the schema default, which the state also holds if the server has no value. */
    public Builder defaultsTo(HclValue value) {
      return whenUnset(value).schemaDefault(value);
    }

    /** Sets the provider's validation rule. */
    public Builder accepts(Constraint rule) {
      this.constraint = rule;
      return this;
    }

    /** Sets the value to write if the attribute is required and its value is rejected. */
    public Builder placeholder(HclValue value) {
      this.placeholder = value;
      return this;
    }

    public Builder alwaysWritten() {
      return trait(MappingTrait.ALWAYS_WRITTEN);
    }

    public Builder computed() {
      return trait(MappingTrait.COMPUTED);
    }

    public Builder notCompared() {
      return trait(MappingTrait.NOT_COMPARED);
    }

    public Builder notCounted() {
      return trait(MappingTrait.NOT_COUNTED);
    }

    public Builder defaultKey() {
      return trait(MappingTrait.DEFAULT_KEY);
    }

    public Builder defaultKeyOnly() {
      return trait(MappingTrait.DEFAULT_KEY_ONLY);
    }

    /** Writes the attribute and also ignores it if the provider changes such a text. */
    public Builder ignoredWhen(Predicate<String> condition) {
      this.unstable = condition;
      return this;
    }

    /** Sets the reason why the attribute is ignored or the key is not supported. */
    public Builder because(String why) {
      this.reason = why;
      return this;
    }

    /** Sets the advice for a value that the provider cannot read. */
    public Builder remedy(String action) {
      this.remedy = action;
      return this;
    }

    /** Builds the mapping of an attribute that the provider sets by itself after an import. */
    public AttributeMapping alwaysIgnored(String path, String why) {
      this.attribute = path;
      this.reason = why;
      return trait(MappingTrait.ALWAYS_IGNORED).build();
    }

    /** Builds the mapping of a key or property that the provider does not see. */
    public AttributeMapping unsupported(String why) {
      this.reason = why;
      return build();
    }

    public AttributeMapping build() {
      return new AttributeMapping(this);
    }

    private Builder trait(MappingTrait trait) {
      traits.add(trait);
      return this;
    }
  }
}
