package io.github.proxmoxmpc.iac.terraform.internal.mapping;

/** An exception of one mapping from the rule in {@link AttributeMapping}. */
enum MappingTrait {
  /** Written even if the value equals the schema default. */
  ALWAYS_WRITTEN,
  /** Optional and computed: if the attribute is left out, the provider compares nothing. */
  COMPUTED,
  /** Has no influence on whether the provider keeps the enclosing block in its state. */
  NOT_COUNTED,
  /** The default key of its property string: its value may be given without a key. */
  DEFAULT_KEY,
  /** The provider reads only the value without a key. */
  DEFAULT_KEY_ONLY,
  /** Never written, always ignored. */
  ALWAYS_IGNORED,
  /** Written for readers and for a later apply, but the provider never compares it. */
  NOT_COMPARED
}
