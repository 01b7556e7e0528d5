package io.github.proxmoxmpc.api.internal.response;

import io.github.proxmoxmpc.api.internal.call.ResultReader;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Reads no result, for operations that return only a status. */
enum NoResult implements ResultReader<@Nullable Void> {
  INSTANCE;

  @Override
  @SuppressWarnings("NullAway") // it does not know that a type argument is @Nullable
  public @Nullable Void read(ResponseBody body) {
    body.close();
    return null;
  }
}
