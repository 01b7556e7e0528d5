package io.github.proxmoxmpc.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Manages the active run of a database, of which there is at most one. */
final class SyncRun {
  /** The time without a sign of life after which a run on another host counts as dead. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private SyncRun() {}

  /** Abandons a run of a dead process, and deletes its staged rows. */
  static void abandonDead(StateDatabase database, Clock clock) {
    for (RunRow run : database.read(RunMapper.class, RunMapper::running)) {
      if (RunOwner.parse(run.owner()).isDead() || run.leaseUntil() < clock.millis()) {
        abandon(database, run.id(), clock);
      }
    }
  }

  static void abandon(StateDatabase database, long run, Clock clock) {
    database.write(
        mapper -> {
          mapper.abandon(run, clock.millis());
          mapper.clearTags(run);
          mapper.clearAbsences(run);
          mapper.clearResources(run);
          return true;
        });
  }

  /** Begins a run for this process. */
  static long begin(StateDatabase database, Clock clock, RunOwner owner) {
    abandonDead(database, clock);
    long now = clock.millis();
    RunRow begun =
        database.write(
            mapper -> {
              RunRow other = mapper.running().stream().findFirst().orElse(null);
              if (other != null) {
                throw busy(other);
              }
              mapper.begin(owner.toString(), now, now + LEASE.toMillis());
              return mapper.running().get(0);
            });
    return begun.id();
  }

  private static StateException busy(@Nullable RunRow other) {
    return new StateException(
        "Unable to begin a revision: another sync is writing to this state store"
            + (other == null
                ? ""
                : " (process "
                    + RunOwner.parse(other.owner()).inWords()
                    + ", since "
                    + Instant.ofEpochMilli(other.startedAt())
                    + ")")
            + "; wait for it to end, or stop it",
        null);
  }
}
