package io.github.proxmoxmpc.simulator.internal.metrics;

import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import java.util.List;
import java.util.Map;

/**
 * {@code /cluster/metrics}, after PVE::API2::Cluster::MetricServer and PVE::Status of 9.2. No
 * connection is tried.
 */
public final class MetricsRoutes {
  private MetricsRoutes() {}

  /** Adds the routes. */
  public static void addTo(Routes routes) {
    SectionRoutes.addTo(routes, servers());
    // The daemon that collects metrics does not run.
    routes.on("GET /cluster/metrics/export", call -> Map.of("data", List.of()));
  }

  private static SectionType servers() {
    return SectionType.at("/cluster/metrics/server/{id}")
        .kindOption("type")
        .kind(
            "graphite",
            SectionKind.requiring("server").allowing("port mtu proto timeout path disable"))
        .kind(
            "influxdb",
            SectionKind.requiring("server", "port")
                .allowing(
                    "mtu disable organization bucket token influxdbproto timeout max-body-size"
                        + " api-path-prefix verify-certificate"))
        .kind(
            "opentelemetry",
            SectionKind.requiring("server")
                .allowing(
                    "port disable otel-protocol otel-path otel-timeout otel-headers"
                        + " otel-verify-ssl otel-max-body-size otel-resource-attributes"
                        + " otel-compression"))
        .exists("Metric server '%s' already exists")
        .missing("status server entry '%s' does not exist")
        .deletedSilently()
        .secret("token")
        .rowOptions("type server port disable")
        .row((call, server, json) -> json.putIfAbsent("disable", 0L))
        .item((call, server, json) -> json.remove("id"));
  }
}
