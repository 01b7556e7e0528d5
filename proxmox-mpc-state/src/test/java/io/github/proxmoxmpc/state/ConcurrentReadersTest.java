package io.github.proxmoxmpc.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentReadersTest {
  private static final int REVISIONS = 12;
  private static final int GUESTS = 300;

  @TempDir private Path directory;

  /**
   * In revision n every guest is called n, half of them bear the tag n, and n more guests exist.
   */
  private static Infrastructure estate(int revision) {
    List<VmState> vms = new ArrayList<>();
    for (int i = 0; i < GUESTS + revision; i++) {
      vms.add(
          Estates.vm(
              100 + i,
              PowerState.RUNNING,
              Map.of("name", "n" + revision, "tags", i % 2 == 0 ? "even" : "odd")));
    }
    return new Infrastructure(List.of(), vms, List.of(), List.of(), List.of());
  }

  @Test
  void readersSeeOneWholeRevisionDuringACommit() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(4);
    AtomicBoolean written = new AtomicBoolean();
    try (StateStore store = StateStore.open(directory.resolve("estate.db"))) {
      Estates.commit(store, estate(1));
      Callable<Set<Integer>> reader =
          () -> {
            Set<Integer> seen = new HashSet<>();
            boolean last;
            do {
              last = written.get();
              int revision = revisionOf(store.snapshot().vms());
              assertThat(store.snapshot().vms()).hasSizeGreaterThanOrEqualTo(GUESTS + revision);
              int even = revisionOf(store.vms().tagged("even").list());
              assertThat(even).isGreaterThanOrEqualTo(revision);
              seen.add(revision);
            } while (!last);
            return seen;
          };
      List<Future<Set<Integer>>> readers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        readers.add(executor.submit(reader));
      }
      for (int revision = 2; revision <= REVISIONS; revision++) {
        Estates.commit(store, estate(revision));
      }
      written.set(true);
      for (Future<Set<Integer>> result : readers) {
        assertThat(result.get()).contains(REVISIONS);
      }
    } finally {
      written.set(true);
      executor.shutdown();
    }
  }

  private static int revisionOf(List<VmState> vms) {
    Set<String> names = new HashSet<>();
    vms.forEach(vm -> names.add(String.valueOf(vm.name())));
    assertThat(names).hasSize(1);
    return Integer.parseInt(names.iterator().next().substring(1));
  }
}
