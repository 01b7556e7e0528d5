package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.GuestFacts;
import io.github.proxmoxmpc.simulator.internal.resource.History;
import io.github.proxmoxmpc.simulator.internal.resource.ResourceRows;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;

/** {@code .../rrddata} and {@code .../rrd}: the resource usage of a guest in the past. */
final class GuestHistoryRoutes {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 200;

  private final GuestKind kind;

  private GuestHistoryRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    GuestHistoryRoutes history = new GuestHistoryRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}";
    routes.on("GET " + path + "/rrddata", history::rows).on("GET " + path + "/rrd", history::graph);
  }

  private List<Object> rows(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    GuestFacts facts =
        new GuestFacts(guest, ResourceRows.cpus(call.cluster().nodes().get(guest.node())));
    return History.rows(
        call.cluster(),
        call.required("timeframe"),
        row -> {
          row.put("maxcpu", facts.maximumCpu())
              .put("maxmem", facts.maximumMemory())
              .put("maxdisk", facts.maximumDisk())
              .put("disk", 0);
          if (guest.isRunning()) {
            row.put("cpu", 0)
                .put("mem", facts.maximumMemory() / 2)
                .put("netin", 0)
                .put("netout", 0)
                .put("diskread", 0)
                .put("diskwrite", 0);
          }
        });
  }

  // A graph without axes: the simulator records no usage that it could draw.
  private Object graph(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String source = String.join("_", call.list("ds"));
    return new JsonMap()
        .put("filename", "/var/lib/rrdcached/db/pve-vm-9.0/" + guest.vmid() + "_" + source + ".png")
        .put("image", png.toString(StandardCharsets.ISO_8859_1))
        .build();
  }
}
