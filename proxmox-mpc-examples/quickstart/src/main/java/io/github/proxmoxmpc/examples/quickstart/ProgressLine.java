package io.github.proxmoxmpc.examples.quickstart;

import io.github.proxmoxmpc.state.sync.SyncListener;
import io.github.proxmoxmpc.state.sync.SyncPhase;
import io.github.proxmoxmpc.state.sync.SyncProgress;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the progress of a sync: one updated line in a terminal, else one line per phase. */
final class ProgressLine implements SyncListener {
  private final PrintStream out;
  private final boolean terminal = System.console() != null;
  private @Nullable SyncPhase last;

  ProgressLine(PrintStream out) {
    this.out = out;
  }

  @Override
  public void progress(SyncProgress progress) {
    boolean done = progress.done() == progress.total();
    String words =
        "%-15s %d of %d"
            .formatted(
                progress.phase().name().toLowerCase(Locale.ROOT),
                progress.done(),
                progress.total());
    if (terminal) {
      if (last != null && last != progress.phase()) {
        out.println();
      }
      out.print("\r" + words + "   ");
      out.flush();
      if (done && progress.phase() == SyncPhase.COMMITTING) {
        out.println();
      }
    } else if (done) {
      out.println(words);
    }
    last = progress.phase();
  }
}
