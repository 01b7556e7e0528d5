package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.message.Decoder;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** How the results of a package are read; generated code implements it. */
@FunctionalInterface
public interface ResultTypes {
  /** How a generated type is read; null for any other. */
  @Nullable Decoder<?> of(Type type);
}
