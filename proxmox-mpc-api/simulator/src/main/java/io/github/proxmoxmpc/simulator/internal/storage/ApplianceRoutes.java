package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /nodes/{node}/aplinfo}: the templates of containers that a node can download. */
final class ApplianceRoutes {
  private static final String SOURCE = "http://download.proxmox.com/images";
  private static final long SIZE = 128L * 1024 * 1024;

  /** Some entries of the index of Proxmox VE 9.2: package, version, suffix, system, headline. */
  private static final List<List<String>> INDEX =
      List.of(
          List.of(
              "alpine-3.22-default",
              "20250617",
              "tar.xz",
              "alpine",
              "LXC default image for alpine 3.22 (20250617)"),
          List.of(
              "debian-12-standard",
              "12.12-1",
              "tar.zst",
              "debian-12",
              "Debian 12 Bookworm (standard)"),
          List.of(
              "debian-13-standard",
              "13.1-2",
              "tar.zst",
              "debian-13",
              "Debian 13 Trixie (standard)"),
          List.of(
              "ubuntu-26.04-standard",
              "26.04-1",
              "tar.zst",
              "ubuntu-26.04",
              "Ubuntu 26.04 Resolute (standard)"));

  private ApplianceRoutes() {}

  static void addTo(Routes routes) {
    routes
        .on("GET /nodes/{node}/aplinfo", ApplianceRoutes::list)
        .on("POST /nodes/{node}/aplinfo", ApplianceRoutes::download);
  }

  private static List<Object> list(RoutedCall call) {
    return INDEX.stream().<Object>map(ApplianceRoutes::row).toList();
  }

  private static Map<String, String> row(List<String> entry) {
    String template = template(entry);
    Map<String, String> row = new TreeMap<>();
    row.put("package", entry.get(0));
    row.put("version", entry.get(1));
    row.put("template", template);
    row.put("os", entry.get(3));
    row.put("headline", entry.get(4));
    row.put("description", entry.get(4));
    row.put("architecture", "amd64");
    row.put("section", "system");
    row.put("type", "lxc");
    row.put("source", SOURCE);
    row.put("location", SOURCE + "/system/" + template);
    row.put("infopage", "https://pve.proxmox.com/wiki/Linux_Container");
    row.put("maintainer", "Proxmox Support Team <support@proxmox.com>");
    row.put("sha512sum", okio.ByteString.encodeUtf8(template).sha512().hex());
    row.put("md5sum", okio.ByteString.encodeUtf8(template).md5().hex());
    return row;
  }

  private static String template(List<String> entry) {
    return entry.get(0) + "_" + entry.get(1) + "_amd64." + entry.get(2);
  }

  private static Object download(RoutedCall call) {
    String template = call.required("template");
    if (!isKnown(call, template)) {
      throw RefusalException.parameter("template", "no such template");
    }
    ClusterStorage storage = StorageAccess.enabled(call, call.required("storage"));
    if (!storage.holds("vztmpl")) {
      throw RefusalException.failure("storage '" + storage.id() + "' does not support templates");
    }
    return call.task(
        "download",
        template,
        task -> {
          String path = "vztmpl/" + template;
          String format = VolumeName.listedFormat("vztmpl", path);
          Volume volume = new Volume(storage.id() + ":" + path, "vztmpl", format, SIZE, null);
          task.log(
              "downloading "
                  + SOURCE
                  + "/system/"
                  + template
                  + " to "
                  + VolumeRoutes.path(storage, volume));
          storage.add(volume, VolumeFacts.createdAt(call.cluster().now()));
        });
  }

  // An estate can set the index.
  private static boolean isKnown(RoutedCall call, String template) {
    Object index = call.cluster().data().get("/nodes/" + call.nodeName() + "/aplinfo");
    List<@Nullable Object> rows = index == null ? List.copyOf(list(call)) : JsonCodec.array(index);
    return rows.stream().anyMatch(row -> template.equals(JsonCodec.object(row).get("template")));
  }
}
