package io.github.proxmoxmpc.examples.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import io.github.proxmoxmpc.simulator.sample.SampleEstate;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** The code of docs/guide/simulator.md. */
final class SimulatorSnippets {
  private SimulatorSnippets() {}

  static void standAlone() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(SampleEstate.odd())) {
      System.out.println(pve.url() + " " + pve.token() + " " + pve.fingerprint());
    }
  }

  static void estates(Path directory) {
    Estate estate =
        Estate.builder()
            .node("pve1")
            .offlineNode("pve2")
            .storage("nas", Map.of("type", "nfs", "server", "192.0.2.9", "export", "/srv"))
            .volume("nas:iso/debian-13.iso", 700_000_000)
            .vm(
                "pve1",
                100,
                """
                #Web server
                agent: 1
                memory: 2048
                name: web
                net0: virtio=BC:24:11:00:00:01,bridge=vmbr0
                scsi0: nas:100/vm-100-disk-0.qcow2,size=8G
                """)
            .running(100)
            .addresses(100, "192.0.2.10/24")
            .pool("prod", "100", "nas")
            .build();
    Estate copyOfACluster = Estate.load(directory);
    System.out.println(estate.vmids() + " " + copyOfACluster.vmids());
  }

  static void tokens(Estate estate) {
    Estate withAuditor =
        estate
            .newBuilder()
            .token("audit@pve!ro", "secret", Map.of("/vms", Set.of("VM.Audit")))
            .user("ops@pve", "password")
            .build();
    System.out.println(withAuditor);
  }

  static void reachability(ProxmoxSimulator pve) {
    pve.setReachable("nas", false);
    pve.setReachable("nas", true);
  }

  static void tasks(ProxmoxSimulator pve, ProxmoxClient client) {
    pve.holdTasks();
    var start = client.vm(100).start(); // the task runs until the test ends it
    pve.failTask(start.upid().toString(), "start failed: out of memory");
    pve.releaseTasks();
  }

  static void inspect(ProxmoxSimulator pve) {
    assertThat(pve.writes()).isEmpty();
    assertThat(pve.requests()).containsEntry("GET /cluster/resources", 1);
    assertThat(pve.guest(100).config()).containsEntry("memory", "2048");
    pve.guest(100).set("memory", "4096"); // as an administrator with an editor
    pve.reset();
  }

  static ProxmoxSimulatorExtension configured(Estate estate, Clock clock) {
    return ProxmoxSimulatorExtension.with(estate).configure(builder -> builder.clock(clock));
  }
}
