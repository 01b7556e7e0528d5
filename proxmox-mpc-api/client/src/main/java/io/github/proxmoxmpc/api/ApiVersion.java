package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.VersionSource;
import io.github.proxmoxmpc.api.internal.future.Steps;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.version.Version;
import java.util.concurrent.CompletableFuture;

/** The version of the server, over the API. */
record ApiVersion(ProxmoxApi api) implements VersionSource {
  @Override
  public String ask() {
    return api.version().get().version();
  }

  @Override
  public CompletableFuture<String> askAsync() {
    return Steps.map(api.version().getAsync(), Version::version);
  }
}
