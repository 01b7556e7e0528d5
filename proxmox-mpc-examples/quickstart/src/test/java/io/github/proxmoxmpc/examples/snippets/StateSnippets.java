package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.GuestVersion;
import io.github.proxmoxmpc.state.Revision;
import io.github.proxmoxmpc.state.StaleResource;
import io.github.proxmoxmpc.state.StateStore;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import io.github.proxmoxmpc.state.sync.AgentProbe;
import io.github.proxmoxmpc.state.sync.SyncEngine;
import io.github.proxmoxmpc.state.sync.SyncFailure;
import io.github.proxmoxmpc.state.sync.SyncOptions;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The code of docs/guide/state.md. */
final class StateSnippets {
  private StateSnippets() {}

  static void openAndSync(ProxmoxClient pve) {
    try (StateStore store = StateStore.open(Path.of("estate.db"))) {
      SyncReport report = new SyncEngine(pve, store).sync(System.out::println);
      System.out.println("revision " + report.revision().number() + ": " + report.total());
      for (SyncFailure failure : report.failures()) {
        System.out.println(failure.resource() + ": " + failure.message());
      }
    }
  }

  static void options(ProxmoxClient pve, StateStore store) {
    SyncOptions options = SyncOptions.defaults().withConcurrency(8).withAgentProbe(AgentProbe.ASK);
    new SyncEngine(pve, store, options).sync();
  }

  static void queries(StateStore store) {
    List<VmState> idle = store.vms().tagged("prod", "web").stopped().withoutTemplates().list();
    List<ContainerState> inProd = store.containers().inPoolTree("prod").on("pve1").list();
    long running = store.vms().running().count();
    Infrastructure everything = store.snapshot();
    System.out.println(idle + " " + inProd + " " + running + " " + everything.vms().size());
  }

  static void history(StateStore store) {
    Instant lastWeek = Instant.now().minus(Duration.ofDays(7));
    store.asOf(lastWeek).ifPresent(then -> System.out.println(then.vms().count()));
    for (Revision revision : store.revisions()) {
      System.out.println(revision.number() + " " + revision.committedAt());
    }
    for (GuestVersion version : store.history(VmId.of(100))) {
      System.out.println("from revision " + version.validFrom() + ": " + version.guest());
    }
  }

  static void stale(StateStore store) {
    for (StaleResource resource : store.stale()) {
      System.out.println(
          resource.key() + " " + resource.reason() + " since " + resource.since().number());
    }
    List<VmState> sure = store.vms().confirmed().list();
    System.out.println(sure.size());
  }
}
