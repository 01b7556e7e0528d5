package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.terraform.internal.guest.ContainerTable;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestView;
import io.github.proxmoxmpc.iac.terraform.internal.guest.VmTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappedResource;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Checks that the tables cover every key that the server can return, and every property of the
 * property strings that the schema describes.
 */
class TableCompletenessTest {
  private static final Path SCHEMA = Path.of("../proxmox-mpc-api/schema/pve-api.json");

  /** Formats whose properties the schema does not list (qemu-server 9.2). */
  private static final Map<String, List<String>> HIDDEN_FORMATS =
      Map.of(
          "pve-vm-cpu-conf",
          List.of(
              "cputype",
              "flags",
              "hidden",
              "hv-vendor-id",
              "phys-bits",
              "guest-phys-bits",
              "reported-model"),
          "pve-qm-hostpci",
          List.of(
              "host",
              "mapping",
              "mdev",
              "pcie",
              "rombar",
              "romfile",
              "x-vga",
              "legacy-igd",
              "device-id",
              "vendor-id",
              "sub-device-id",
              "sub-vendor-id",
              "driver"),
          "pve-qm-rng",
          List.of("source", "max_bytes", "period"),
          "pve-qm-watchdog",
          List.of("model", "action"),
          "pve-qm-smbios1",
          List.of(
              "uuid", "manufacturer", "product", "version", "serial", "sku", "family", "base64"),
          "pve-qm-cicustom",
          List.of("user", "vendor", "network", "meta"),
          "pve-qemu-sev-fmt",
          List.of("type", "no-debug", "no-key-sharing", "allow-smt", "kernel-hashes"),
          "pve-qm-ipconfig",
          List.of("ip", "gw", "ip6", "gw6"),
          "pve-startup-order",
          List.of("order", "up", "down"));

  @Test
  void everyKeyAndPropertyOfAVmHasAMapping() throws IOException {
    assertThat(unknown("GET /nodes/{node}/qemu/{vmid}/config", true)).isEmpty();
  }

  @Test
  void everyKeyAndPropertyOfAContainerHasAMapping() throws IOException {
    assertThat(unknown("GET /nodes/{node}/lxc/{vmid}/config", false)).isEmpty();
  }

  private static List<String> unknown(String operation, boolean vm) throws IOException {
    List<String> unknown = new ArrayList<>();
    Map<String, List<String>> keys = keysOf(operation);
    assertThat(keys).hasSizeGreaterThan(25);
    keys.forEach(
        (key, parts) -> {
          for (String part : parts) {
            String value = part.isEmpty() ? "1" : part + "=1";
            Infrastructure cluster =
                vm
                    ? TerraformTest.vm(Map.of(key, value))
                    : TerraformTest.container(Map.of(key, value));
            MappedResource mapped =
                MappedResource.of(
                    vm ? VmTable.TABLE : ContainerTable.TABLE,
                    new GuestView(cluster.guests().findFirst().orElseThrow(), cluster));
            List<CoverageEntry> entries =
                mapped.entries().stream().filter(e -> e.key().equals(key)).toList();
            if (entries.isEmpty()
                || entries.stream().anyMatch(e -> e.note().equals(AttributeMapping.NO_MAPPING))) {
              unknown.add(key + "." + part);
            }
          }
        });
    return unknown;
  }

  private static Map<String, List<String>> keysOf(String operation) throws IOException {
    JsonObject schema = (JsonObject) JsonValue.parse(Files.readString(SCHEMA));
    JsonObject properties =
        object(object(object(object(schema, "operations"), operation), "returns"), "properties");
    Map<String, List<String>> keys = new HashMap<>();
    for (String name : properties.names()) {
      if (name.equals("digest") || name.equals("lxc")) {
        continue;
      }
      JsonValue format = object(properties, name).get("format");
      List<String> parts = List.of("");
      if (format instanceof JsonObject spelled) {
        parts = spelled.names().stream().filter(part -> !part.equals("volume")).toList();
      } else if (format instanceof JsonValue.JsonString named) {
        parts = HIDDEN_FORMATS.getOrDefault(named.value(), parts);
      }
      keys.put(name.replace("[n]", "0"), parts);
    }
    return keys;
  }

  private static JsonObject object(JsonObject parent, String name) {
    return (JsonObject) Objects.requireNonNull(parent.get(name), name);
  }

  @Test
  void aKeyWithoutAMappingIsReportedAsUnknown() {
    Infrastructure cluster = TerraformTest.vm(Map.of("brandnew", "x"));
    ConfigDocument config = cluster.vms().get(0).config();
    MappedResource mapped =
        MappedResource.of(VmTable.TABLE, new GuestView(cluster.vms().get(0), cluster));
    assertThat(config.get("brandnew")).isEqualTo("x");
    assertThat(mapped.entries())
        .anyMatch(entry -> entry.note().equals(AttributeMapping.NO_MAPPING));
  }
}
