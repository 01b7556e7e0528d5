package io.github.proxmoxmpc.examples.quickstart;

import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import io.github.proxmoxmpc.state.sync.SyncFailure;
import io.github.proxmoxmpc.state.sync.SyncReport;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the guests that a sync found. */
final class Findings {
  private Findings() {}

  static void print(PrintStream out, Infrastructure found, SyncReport report) {
    Table table = new Table("id", "kind", "node", "name", "status", "pool", "keys", "notes");
    found.guests().forEach(guest -> table.row(row(guest)));
    out.println();
    out.print(table);
    out.println();
    out.printf(
        Locale.ROOT,
        "%d nodes, %d virtual machines, %d containers, %d storages, %d pools; read in %.1f s with %d calls%n",
        found.nodes().size(),
        found.vms().size(),
        found.containers().size(),
        found.storages().size(),
        found.pools().size(),
        report.duration().toMillis() / 1000.0,
        report.calls());
    if (!report.complete()) {
      out.println();
      out.println("These resources could not be read and are missing or outdated:");
      for (SyncFailure failure : report.failures()) {
        out.println("  " + failure);
      }
    }
  }

  private static String[] row(GuestState guest) {
    return new String[] {
      guest.vmid().toString(),
      guest instanceof VmState ? "vm" : "container",
      guest.node().toString(),
      printable(guest.name()),
      guest.powerState().name().toLowerCase(Locale.ROOT),
      guest.pool() == null ? "" : guest.pool().toString(),
      Integer.toString(guest.config().values().size() + guest.config().rawLines().size()),
      notes(guest)
    };
  }

  private static String notes(GuestState guest) {
    List<String> notes = new ArrayList<>();
    if (guest.template()) {
      notes.add("template");
    }
    if (guest instanceof VmState vm && vm.agent() == AgentState.ANSWERS) {
      notes.add("agent answers");
    }
    if (guest instanceof VmState vm && vm.agent() == AgentState.SILENT) {
      notes.add("agent does not answer");
    }
    if (guest instanceof VmState vm && vm.agent() == AgentState.NO_ADDRESS) {
      notes.add("agent reports no address");
    }
    if (guest instanceof VmState vm && vm.agent() == AgentState.UNREADABLE) {
      notes.add("agent reports an unreadable counter");
    }
    String tags = guest.config().get("tags");
    if (tags != null) {
      notes.add("tags " + printable(tags));
    }
    return String.join(", ", notes);
  }

  // A name comes from the server and must not control the terminal.
  private static String printable(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}", "?");
  }
}
