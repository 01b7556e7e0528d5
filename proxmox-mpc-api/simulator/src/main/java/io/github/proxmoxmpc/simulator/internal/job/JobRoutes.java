package io.github.proxmoxmpc.simulator.internal.job;

import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code /cluster/jobs}: synchronization of realms, and the analysis of schedules. */
public final class JobRoutes {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

  private JobRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, realmSync());
    routes.on("GET /cluster/jobs/schedule-analyze", JobRoutes::analyze);
    BackupJobs.addTo(routes);
    ReplicationJobs.addTo(routes);
  }

  private static SectionType realmSync() {
    return SectionType.at("/cluster/jobs/realm-sync/{id}")
        .inOrder()
        .fixed("realm")
        .kind("realm-sync", SectionKind.requiring("schedule"))
        .initially("enabled", "1")
        .exists("Job '%s' already exists")
        .missing("no such job '%s'")
        .deletedSilently()
        .check(change -> checkSchedule(change.call()))
        .row(
            (call, job, json) -> {
              json.put("type", "realm-sync");
              json.put("last-run", null);
              addNextRun(call, job, json);
            })
        .item(
            (call, job, json) -> {
              json.put("type", "realm-sync");
              json.remove("id");
            });
  }

  /** Adds the next run of a job that has a schedule. */
  static void addNextRun(RoutedCall call, Section job, Map<String, @Nullable Object> json) {
    String schedule = job.text("schedule");
    if (schedule != null) {
      CalendarEvent.parse(schedule)
          .next(call.cluster().now().getEpochSecond())
          .ifPresent(time -> json.put("next-run", time));
    }
  }

  /** Refuses a schedule that cannot be read, as the format {@code pve-calendar-event} does. */
  static void checkSchedule(RoutedCall call) {
    String schedule = call.text("schedule");
    if (schedule == null) {
      return;
    }
    try {
      CalendarEvent.parse(schedule);
    } catch (IllegalArgumentException e) {
      throw RefusalException.parameter(
          "schedule",
          "invalid format - invalid calendar event '"
              + schedule
              + "' - "
              + e.getMessage()
              + "\n\n");
    }
  }

  private static List<Map<String, @Nullable Object>> analyze(RoutedCall call) {
    checkSchedule(call);
    CalendarEvent event = CalendarEvent.parse(call.required("schedule"));
    long time = call.number("starttime", call.cluster().now().getEpochSecond());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (long i = call.number("iterations", 10); i > 0; i--) {
      OptionalLong next = event.next(time);
      if (next.isEmpty()) {
        break;
      }
      time = next.getAsLong();
      rows.add(
          new JsonMap()
              .put("timestamp", time)
              .put("utc", UTC.format(Instant.ofEpochSecond(time)))
              .build());
    }
    return rows;
  }
}
