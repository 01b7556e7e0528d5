package io.github.proxmoxmpc.simulator.internal.cluster;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The log of log-ins and changed passwords. Guarded by the cluster's lock. */
public final class ClusterLog {
  private static final int KEPT = 1000;

  private final Deque<Event> events = new ArrayDeque<>();

  /**
   * An event.
   *
   * @param user the user it is about
   */
  public record Event(Instant time, String user, String message) {}

  /** Adds an event. The oldest one is dropped if there are too many. */
  public void add(Event event) {
    events.addLast(event);
    if (events.size() > KEPT) {
      events.removeFirst();
    }
  }

  /** Returns the events, oldest first. */
  public List<Event> events() {
    return List.copyOf(events);
  }
}
