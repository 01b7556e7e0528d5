package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.async.CancellableChain;
import io.github.proxmoxmpc.api.internal.version.VersionSource;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.version.Version;
import java.util.concurrent.CompletableFuture;

/** Reads the version of the server over the API. */
record ApiVersion(ProxmoxApi api) implements VersionSource {
  @Override
  public String ask() {
    return api.version().get().version();
  }

  @Override
  public CompletableFuture<String> askAsync() {
    return CancellableChain.map(api.version().getAsync(), Version::version);
  }
}
