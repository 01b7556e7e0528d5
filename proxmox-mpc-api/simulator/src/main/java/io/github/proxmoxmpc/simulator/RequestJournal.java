package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.http.ReceivedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records write requests in full, and counts all requests. */
final class RequestJournal {
  private final List<ReceivedRequest> writes = new ArrayList<>();
  private final SortedMap<String, Integer> counts = new TreeMap<>();

  synchronized void add(ReceivedRequest request) {
    counts.merge(request.method() + " " + request.path(), 1, Integer::sum);
    if (request.isWrite()) {
      writes.add(request);
    }
  }

  synchronized List<ReceivedRequest> writes() {
    return List.copyOf(writes);
  }

  synchronized SortedMap<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized void clear() {
    writes.clear();
    counts.clear();
  }
}
