package io.github.proxmoxmpc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.iac.Workspace;
import io.github.proxmoxmpc.simulator.Estate;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guests of the corpus, each with one odd feature, on one cluster, in one plan of the real
 * provider: all that it can read is a pure import, and what it cannot read is commented out.
 */
@Tag("e2e")
class MeasuredGuestsIT {
  @TempDir Path folder;

  @Test
  void allOfTheMeasuredThatTheProviderCanReadAreAPureImport() throws Exception {
    List<Path> fixtures = fixtures("vm", "ct");
    assertThat(fixtures).hasSize(300);
    plan("measured guests", fixtures);
  }

  @Test
  void allOfOurOwnThatTheProviderCanReadAreAPureImport() throws Exception {
    List<Path> fixtures = fixtures("own/vm", "own/ct");
    assertThat(fixtures).hasSizeGreaterThan(380);
    plan("own guests", fixtures);
  }

  private void plan(String what, List<Path> fixtures) throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(estate(fixtures))) {
      Workspace workspace = cluster.generateInto(folder);
      int total = workspace.coverage().guests().size();
      int readable = (int) workspace.coverage().readable();
      assertThat(total).isEqualTo(fixtures.size());
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      terraform.succeed("fmt", "-check", "-recursive", "-diff", "-no-color");
      terraform.succeed("validate", "-no-color");

      Plan plan = terraform.plan();
      long clean =
          plan.changes().stream().filter(change -> change.isImport() && change.isNoOp()).count();
      System.out.printf(
          "%s: %d, clean %d, unreadable %d; %s%n",
          what, total, clean, total - readable, plan.figures());
      assertThat(plan.unclean()).isEmpty();
      assertThat(clean).isEqualTo(readable);
      // The ones that the real provider fails on, and no other.
      assertThat(total - readable).isEqualTo(unreadable(fixtures));

      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      assertThat(cluster.writes()).isEmpty();
      Plan second = terraform.plan();
      assertThat(second.run().exitCode()).as(second.unclean()).isZero();
    }
  }

  private static Estate estate(List<Path> fixtures) throws Exception {
    Estate.Builder estate =
        Estate.builder()
            .node("pve")
            .storage("local", Map.of("type", "dir", "content", "iso,vztmpl,backup,snippets"))
            .storage("local-vm", Map.of("type", "dir", "content", "images,rootdir"))
            .storage("hooks", Map.of("type", "dir", "content", "snippets"))
            .storage("thin", Map.of("type", "lvmthin", "content", "images,rootdir"))
            .storage("lvm-local", Map.of("type", "lvm", "content", "images,rootdir"))
            .storage("zfs-local", Map.of("type", "zfspool", "content", "images,rootdir"))
            .storage("gone-nfs", Map.of("type", "nfs", "content", "images,rootdir"))
            .unreachable("gone-nfs");
    for (Path fixture : fixtures) {
      JsonObject guest = read(fixture);
      String configuration =
          ((JsonArray) Objects.requireNonNull(guest.get("conf")))
              .values().stream()
                  .map(line -> ((JsonString) line).value() + "\n")
                  .collect(Collectors.joining());
      int id = Integer.parseInt(String.valueOf(guest.get("id")));
      if (fixture.getParent().endsWith("vm")) {
        estate.vm("pve", id, configuration);
      } else {
        estate.container("pve", id, configuration);
      }
      if (isIn("RUNNING", guest)) {
        estate.running(id);
      }
    }
    return estate.build();
  }

  /**
   * The fixtures of folders, but for guests on a node that is down, which no plan can hold, and for
   * an empty value, which no file of the server can hold.
   */
  private static List<Path> fixtures(String... folders) throws Exception {
    List<Path> fixtures = new ArrayList<>();
    for (String each : folders) {
      try (Stream<Path> files = Files.list(root().resolve(each))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
          if (!isIn("UNKNOWN", read(file)) && !file.endsWith("cpu-empty.json")) {
            fixtures.add(file);
          }
        }
      }
    }
    return fixtures;
  }

  private static boolean isIn(String status, JsonObject guest) {
    return guest.get("status") instanceof JsonString text && text.value().equals(status);
  }

  private static JsonObject read(Path fixture) throws IOException {
    return (JsonObject) JsonValue.parse(Files.readString(fixture));
  }

  private static long unreadable(List<Path> fixtures) throws IOException {
    long count = 0;
    for (Path fixture : fixtures) {
      String expected = Files.readString(Path.of(fixture.toString().replace(".json", ".tf")));
      count += expected.contains("# unreadable: ") ? 1 : 0;
    }
    return count;
  }

  private static Path root() throws IOException, URISyntaxException {
    return Path.of(Objects.requireNonNull(MeasuredGuestsIT.class.getResource("/guests")).toURI());
  }
}
