package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.GuestStatus;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A guest of the corpus under {@code src/test/resources/guests}. Its JSON file holds a name for the
 * feature, its id, {@code conf} (the server's file, line by line) and {@code config} (the server's
 * answer). The {@code .tf} file beside it holds the expected Terraform.
 */
record GuestFixture(Path file, GuestState guest, Infrastructure cluster) {
  private static final NodeName NODE = NodeName.of("pve");

  static Stream<GuestFixture> all() {
    return Stream.of("vm", "ct", "own/vm", "own/ct").flatMap(GuestFixture::in);
  }

  static Stream<GuestFixture> measured() {
    return Stream.of("vm", "ct").flatMap(GuestFixture::in);
  }

  private static Stream<GuestFixture> in(String folder) {
    Path directory = root().resolve(folder);
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(GuestFixture::of)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path root() {
    try {
      return Path.of(Objects.requireNonNull(GuestFixture.class.getResource("/guests")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the guest's name in the corpus, such as {@code vm/net-gap}. */
  String name() {
    return root().relativize(file).toString().replace('\\', '/').replace(".json", "");
  }

  Path expectation() {
    return Path.of(file.toString().replace(".json", ".tf"));
  }

  private static GuestFixture of(Path file) {
    GuestState guest = read(file);
    return new GuestFixture(file, guest, clusterOf(List.of(guest)));
  }

  static Infrastructure clusterOf(List<GuestState> guests) {
    return new Infrastructure(
        List.of(new NodeState(NODE, true, 4, 1L << 34)),
        guests.stream().filter(VmState.class::isInstance).map(VmState.class::cast).toList(),
        guests.stream()
            .filter(ContainerState.class::isInstance)
            .map(ContainerState.class::cast)
            .toList(),
        List.of(
            storage("local", "dir", true),
            storage("local-vm", "dir", true),
            storage("hooks", "dir", true),
            storage("thin", "lvmthin", true),
            storage("lvm-local", "lvm", true),
            storage("zfs-local", "zfspool", true),
            storage("gone-nfs", "nfs", false)),
        List.of());
  }

  private static StorageState storage(String name, String type, boolean reachable) {
    return new StorageState(
        StorageId.of(name),
        type,
        new TreeMap<>(),
        reachable ? new TreeSet<>(List.of(NODE)) : new TreeSet<>());
  }

  MappingTable table() {
    return guest instanceof VmState ? VmTable.TABLE : ContainerTable.TABLE;
  }

  private static GuestState read(Path file) {
    JsonObject fixture;
    try {
      fixture = (JsonObject) JsonValue.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    JsonObject config = (JsonObject) Objects.requireNonNull(fixture.get("config"));
    VmId id = VmId.of(String.valueOf(fixture.get("id")));
    GuestStatus status =
        fixture.has("status")
            ? GuestStatus.valueOf(
                ((JsonString) Objects.requireNonNull(fixture.get("status"))).value())
            : GuestStatus.STOPPED;
    AgentState agent =
        fixture.has("agent")
            ? AgentState.valueOf(
                ((JsonString) Objects.requireNonNull(fixture.get("agent"))).value())
            : AgentState.OFF;
    ConfigDocument values = configOf(config);
    boolean template = "1".equals(values.get("template"));
    return file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 2).endsWith("vm")
        ? new VmState(id, NODE, values.get("name"), status, template, null, agent, values)
        : new ContainerState(id, NODE, values.get("hostname"), status, template, null, values);
  }

  static ConfigDocument configOf(JsonObject config) {
    SortedMap<String, String> values = new TreeMap<>();
    List<ConfigDocument.RawLine> raw = new ArrayList<>();
    for (String key : config.names()) {
      JsonValue value = Objects.requireNonNull(config.get(key));
      if (value instanceof JsonArray lines) {
        for (JsonValue line : lines.values()) {
          List<JsonValue> pair = ((JsonArray) line).values();
          raw.add(
              new ConfigDocument.RawLine(
                  ((JsonString) pair.get(0)).value(), ((JsonString) pair.get(1)).value()));
        }
      } else if (!key.equals("digest")) {
        values.put(key, value instanceof JsonString text ? text.value() : value.toString());
      }
    }
    return new ConfigDocument(values, raw, null);
  }

  @Override
  public String toString() {
    return name();
  }
}
