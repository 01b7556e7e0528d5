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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The 300 guests of the corpus, each with one odd feature, on one cluster, in one plan of the real
 * provider: all that it can read is a pure import, and what it cannot read is commented out.
 */
@Tag("e2e")
class MeasuredGuestsIT {
  @TempDir Path folder;

  @Test
  void allThatTheProviderCanReadIsAPureImport() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(guests())) {
      Workspace workspace = cluster.generateInto(folder);
      int total = workspace.coverage().guests().size();
      int readable = (int) workspace.coverage().readable();
      assertThat(total).isEqualTo(300);
      TerraformTool terraform = cluster.terraformIn(folder);
      terraform.succeed("init", "-no-color");
      terraform.succeed("fmt", "-check", "-recursive", "-diff", "-no-color");
      terraform.succeed("validate", "-no-color");

      Plan plan = terraform.plan();
      long clean =
          plan.changes().stream().filter(change -> change.isImport() && change.isNoOp()).count();
      System.out.printf(
          "measured guests: %d, clean %d, unreadable %d; %s%n",
          total, clean, total - readable, plan.figures());
      assertThat(plan.unclean()).isEmpty();
      assertThat(clean).isEqualTo(readable);
      // The ones that a real provider failed on against a real server, and no other.
      assertThat(total - readable).isEqualTo(unreadable());

      terraform.succeed("apply", "-no-color", "-lock=false", "e2e.tfplan");
      assertThat(cluster.writes()).isEmpty();
      Plan second = terraform.plan();
      assertThat(second.run().exitCode()).as(second.unclean()).isZero();
    }
  }

  private static Estate guests() throws Exception {
    Estate.Builder estate =
        Estate.builder()
            .node("pve")
            .storage("local", Map.of("type", "dir", "content", "iso,vztmpl,backup,snippets"))
            .storage("local-vm", Map.of("type", "dir", "content", "images,rootdir"))
            .storage("hooks", Map.of("type", "dir", "content", "snippets"))
            .storage("thin", Map.of("type", "lvmthin", "content", "images,rootdir"))
            .storage("lvm-local", Map.of("type", "lvm", "content", "images,rootdir"))
            .storage("zfs-local", Map.of("type", "zfspool", "content", "images,rootdir"));
    for (String kind : List.of("vm", "ct")) {
      try (Stream<Path> fixtures = Files.list(root().resolve(kind))) {
        for (Path fixture : fixtures.filter(file -> file.toString().endsWith(".json")).toList()) {
          JsonObject guest = (JsonObject) JsonValue.parse(Files.readString(fixture));
          String configuration =
              ((JsonArray) Objects.requireNonNull(guest.get("conf")))
                  .values().stream()
                      .map(line -> ((JsonString) line).value() + "\n")
                      .collect(Collectors.joining());
          int id = Integer.parseInt(String.valueOf(guest.get("id")));
          if (kind.equals("vm")) {
            estate.vm("pve", id, configuration);
          } else {
            estate.container("pve", id, configuration);
          }
        }
      }
    }
    return estate.build();
  }

  private static long unreadable() throws Exception {
    long count = 0;
    for (String kind : List.of("vm", "ct")) {
      try (Stream<Path> expectations = Files.list(root().resolve(kind))) {
        for (Path file : expectations.filter(each -> each.toString().endsWith(".tf")).toList()) {
          count += Files.readString(file).contains("# unreadable: ") ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static Path root() throws IOException, URISyntaxException {
    return Path.of(Objects.requireNonNull(MeasuredGuestsIT.class.getResource("/guests")).toURI());
  }
}
