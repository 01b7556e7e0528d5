package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value without a declared type; the accessor that returns it documents the reason. Immutable and
 * thread-safe.
 */
public final class UntypedValue {
  /** Reads an untyped value from JSON. */
  public static final Decoder<UntypedValue> TYPE = Decoder.of("a value", UntypedValue::new);

  private final JsonValue raw;

  private UntypedValue(JsonValue raw) {
    this.raw = raw;
  }

  /** Returns the value as the server sent it, with numbers as they were written. */
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

  /** Returns only the name of the type, because the value may be secret. */
  @Override
  public String toString() {
    return "UntypedValue";
  }
}
