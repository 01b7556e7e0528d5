package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.AgentState;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.resource.GuestFacts;
import io.github.proxmoxmpc.simulator.internal.routing.Handler;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Commands of a VM's guest agent. A process that is started ends at once, without output. */
final class AgentCommandRoutes {
  private static final long NANOSECONDS = 1_000_000_000L;
  private static final long MEMORY_BLOCK = 128L * 1024 * 1024;
  private static final int LARGEST_READ = 16 * 1024 * 1024;

  private final Routes routes;
  private final String path;

  private AgentCommandRoutes(Routes routes, String path) {
    this.routes = routes;
    this.path = path;
  }

  static void addTo(Routes routes, String path) {
    AgentCommandRoutes commands = new AgentCommandRoutes(routes, path);
    commands.addReads();
    commands.addWrites();
    routes.on("POST " + path, commands::any);
  }

  private void addReads() {
    routes
        .on("GET " + path + "/get-time", AgentCommandRoutes::time)
        .on(
            "GET " + path + "/get-timezone",
            GuestAgentRoutes.result(guest -> Map.of("offset", 0, "zone", "UTC")))
        .on("GET " + path + "/get-users", GuestAgentRoutes.result(guest -> List.of()))
        .on("GET " + path + "/get-vcpus", GuestAgentRoutes.result(AgentCommandRoutes::cpus))
        .on(
            "GET " + path + "/get-memory-block-info",
            GuestAgentRoutes.result(guest -> Map.of("size", MEMORY_BLOCK)))
        .on(
            "GET " + path + "/get-memory-blocks",
            GuestAgentRoutes.result(AgentCommandRoutes::memoryBlocks))
        .on("GET " + path + "/get-fsinfo", GuestAgentRoutes.result(AgentCommandRoutes::fileSystems))
        .on("GET " + path + "/exec-status", AgentCommandRoutes::processStatus)
        .on("GET " + path + "/file-read", AgentCommandRoutes::readFile);
  }

  private void addWrites() {
    routes
        .on("POST " + path + "/exec", AgentCommandRoutes::execute)
        .on("POST " + path + "/file-write", AgentCommandRoutes::writeFile)
        .on("POST " + path + "/fsfreeze-freeze", freeze(true))
        .on("POST " + path + "/fsfreeze-thaw", freeze(false))
        .on(
            "POST " + path + "/fsfreeze-status",
            GuestAgentRoutes.result(guest -> guest.agent().isFrozen() ? "frozen" : "thawed"))
        .on(
            "POST " + path + "/fstrim",
            GuestAgentRoutes.result(guest -> Map.of("paths", List.of())))
        .on("POST " + path + "/set-user-password", GuestAgentRoutes.result(guest -> Map.of()))
        .on("POST " + path + "/shutdown", GuestAgentRoutes.result(AgentCommandRoutes::stop))
        .on("POST " + path + "/suspend-disk", GuestAgentRoutes.result(AgentCommandRoutes::stop))
        .on("POST " + path + "/suspend-hybrid", GuestAgentRoutes.result(AgentCommandRoutes::pause))
        .on("POST " + path + "/suspend-ram", GuestAgentRoutes.result(AgentCommandRoutes::pause));
  }

  private @Nullable Object any(RoutedCall call) {
    String command = path + "/" + call.required("command");
    return routes
        .find("GET " + command)
        .or(() -> routes.find("POST " + command))
        .orElseThrow()
        .handle(call);
  }

  private static Object time(RoutedCall call) {
    GuestAgentRoutes.responding(call);
    return Map.of("result", call.cluster().now().getEpochSecond() * NANOSECONDS);
  }

  private static Object cpus(ClusterGuest guest) {
    long count = new GuestFacts(guest, 1).maximumCpu().longValue();
    return LongStream.range(0, count)
        .mapToObj(id -> Map.of("logical-id", id, "online", true, "can-offline", id > 0))
        .toList();
  }

  private static Object memoryBlocks(ClusterGuest guest) {
    long count = new GuestFacts(guest, 1).maximumMemory() / MEMORY_BLOCK;
    return LongStream.range(0, count)
        .mapToObj(index -> Map.of("phys-index", index, "online", true, "can-offline", true))
        .toList();
  }

  private static Object fileSystems(ClusterGuest guest) {
    long size = new GuestFacts(guest, 1).maximumDisk();
    return List.of(
        Map.of(
            "name",
            "sda1",
            "mountpoint",
            "/",
            "type",
            "ext4",
            "total-bytes",
            size,
            "used-bytes",
            size / 2,
            "disk",
            List.of()));
  }

  private static Object stop(ClusterGuest guest) {
    guest.stop();
    return Map.of();
  }

  private static Object pause(ClusterGuest guest) {
    guest.pause();
    return Map.of();
  }

  private static Handler freeze(boolean frozen) {
    return GuestAgentRoutes.result(
        guest -> {
          guest.agent().setFrozen(frozen);
          return new GuestFacts(guest, 1).maximumDisk() > 0 ? 1 : 0;
        });
  }

  private static Object execute(RoutedCall call) {
    if (!call.has("command") && !call.has("input-data")) {
      throw RefusalException.failure("command or input-data (or both) required");
    }
    return Map.of("pid", GuestAgentRoutes.responding(call).agent().execute());
  }

  private static Object processStatus(RoutedCall call) {
    long pid = call.number("pid", 0);
    if (!GuestAgentRoutes.responding(call).agent().hasProcess(pid)) {
      throw RefusalException.failure(
          "Agent error: Invalid parameter 'pid': PID " + pid + " does not exist");
    }
    return Map.of("exited", 1, "exitcode", 0);
  }

  private static Object readFile(RoutedCall call) {
    String file = call.required("file");
    AgentState agent = GuestAgentRoutes.responding(call).agent();
    byte[] content =
        agent
            .file(file)
            .orElseThrow(
                () ->
                    RefusalException.failure(
                        "Agent error: failed to open file '"
                            + file
                            + "' (mode: 'r'): No such file or directory"));
    int start = (int) Math.min(content.length, call.number("offset", 0));
    int end = (int) Math.min(content.length, start + call.number("count", LARGEST_READ));
    byte[] part = Arrays.copyOfRange(content, start, end);
    boolean decoded = !call.has("decode") || call.isTrue("decode");
    JsonMap result =
        new JsonMap()
            .put("bytes-read", part.length)
            .put(
                "content",
                decoded
                    ? new String(part, StandardCharsets.UTF_8)
                    : Base64.getEncoder().encodeToString(part));
    return result.putIfPresent("truncated", end < content.length ? 1 : null).build();
  }

  private static @Nullable Object writeFile(RoutedCall call) {
    String content = call.required("content");
    boolean isPlain = !call.has("encode") || call.isTrue("encode");
    byte[] bytes =
        isPlain
            ? content.getBytes(StandardCharsets.UTF_8)
            : Base64.getMimeDecoder().decode(content);
    GuestAgentRoutes.responding(call).agent().write(call.required("file"), bytes);
    return null;
  }
}
