package io.github.proxmoxmpc.simulator.internal.resource;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The rows of {@code rrddata}. Values are known since the simulator was started. */
public final class History {
  private static final long HOUR = 3600;

  /** The seconds of a row by time frame, from PVE::RRD of 9.2. */
  private static final Map<String, Long> STEPS =
      Map.of("hour", 60L, "day", 60L, "week", HOUR / 2, "month", HOUR / 2, "year", 6 * HOUR);

  private static final Map<String, Long> FRAMES =
      Map.of(
          "hour",
          HOUR,
          "day",
          24 * HOUR,
          "week",
          168 * HOUR,
          "month",
          720 * HOUR,
          "year",
          8760 * HOUR);

  private History() {}

  /**
   * Returns the rows of a time frame.
   *
   * @param frame {@code hour}, {@code day}, {@code week}, {@code month}, {@code year}
   * @param values adds the values to a row
   */
  public static List<Object> rows(Cluster cluster, String frame, Consumer<JsonMap> values) {
    long step = STEPS.getOrDefault(frame, HOUR);
    long end = cluster.now().getEpochSecond() / step * step;
    long boot = cluster.bootTime().getEpochSecond();
    List<Object> rows = new ArrayList<>();
    for (long time = end - FRAMES.getOrDefault(frame, HOUR); time <= end; time += step) {
      JsonMap row = new JsonMap().put("time", time);
      if (time >= boot) {
        values.accept(row);
      }
      rows.add(row.build());
    }
    return rows;
  }
}
