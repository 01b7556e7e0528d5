package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value of which no form can be told; the accessor that hands it out says why. Immutable and
 * thread-safe.
 */
public final class UntypedValue {
  /** How it is read from JSON. */
  public static final Decoder<UntypedValue> TYPE = Decoder.of("a value", UntypedValue::new);

  private final JsonValue raw;

  private UntypedValue(JsonValue raw) {
    this.raw = raw;
  }

  /** What came, with numbers as they were written. */
  public JsonValue raw() {
    return raw;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UntypedValue that && that.raw.equals(raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  /** Never the value, which may be secret. */
  @Override
  public String toString() {
    return "UntypedValue";
  }
}
