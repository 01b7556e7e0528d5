package com.example.consumer;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.util.List;

/** Starts a simulator, connects to it, and decodes its responses; exits with 1 on failure. */
public final class Consumer {
  private Consumer() {}

  public static void main(String[] arguments) {
    // A failure in a worker thread must not look like success or hang the program.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    Estate estate =
        Estate.builder()
            .node("pve1")
            .vm("pve1", 100, "name: web\nmemory: 2048\ncores: 2\n")
            .container("pve1", 200, "hostname: dns\nmemory: 256\n")
            .build();
    try (ProxmoxSimulator server = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = connect(server)) {
      String version = pve.api().version().get().version();
      List<?> vms = pve.api().nodes("pve1").qemu().get();
      var config = pve.api().nodes("pve1").qemu(100).config().get();
      System.out.println("server " + version + ", " + vms.size() + " VM, named " + config.name());
      if (version.isEmpty() || vms.size() != 1 || !"web".equals(config.name())) {
        throw new IllegalStateException("The responses differ from the configuration of the server");
      }
    }
  }

  private static ProxmoxClient connect(ProxmoxSimulator server) {
    return ProxmoxClient.builder(server.url())
        .credentials(ApiToken.parse(server.token()))
        .fingerprint(server.fingerprint())
        .build();
  }
}
