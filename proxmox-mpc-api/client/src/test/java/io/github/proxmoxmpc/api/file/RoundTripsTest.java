package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.file.TypedField.Reading;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.access.domains.DomainsRealm;
import io.github.proxmoxmpc.api.rest.access.users.UsersUserid;
import io.github.proxmoxmpc.api.rest.cluster.backup.BackupJob;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaResourcesSid;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaRulesRule;
import io.github.proxmoxmpc.api.rest.cluster.mapping.MappingPciId;
import io.github.proxmoxmpc.api.rest.cluster.metrics.MetricsServerId;
import io.github.proxmoxmpc.api.rest.cluster.options.Options;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnController;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnet;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsSubnet;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnZone;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.network.NetworkIface;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.storage.StorageItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a daemon of Proxmox VE 9.2 was sent and how it came back, where the two differ ({@code
 * roundtrips.txt}: the field, what was sent, what came): both are read by the type of the field,
 * and say what they say.
 */
class RoundTripsTest {
  private static final String ABSENT = "absent";

  /** Sent as text, answered as objects. */
  private static final Set<String> ASKED_AS_TEXT = Set.of("content-dirs", "dhcp-range");

  private static final Map<String, List<Class<? extends ApiResult>>> TYPES =
      Map.ofEntries(
          Map.entry("options", List.of(Options.class)),
          Map.entry("storage", List.of(StorageItem.class)),
          Map.entry("mapping", List.of(MappingPciId.class)),
          Map.entry("sdn", List.of(SdnZone.class, SdnVnet.class, SdnController.class)),
          Map.entry("subnet", List.of(SdnVnetsSubnetsSubnet.class)),
          Map.entry("qemu", List.of(QemuConfig.class)),
          Map.entry("lxc", List.of(LxcConfig.class)),
          Map.entry("backup", List.of(BackupJob.class)),
          Map.entry("domain", List.of(DomainsRealm.class)),
          Map.entry("user", List.of(UsersUserid.class)),
          Map.entry("ha", List.of(HaResourcesSid.class)),
          Map.entry("ha-rule", List.of(HaRulesRule.class)),
          Map.entry("metrics", List.of(MetricsServerId.class)),
          Map.entry("network", List.of(NetworkIface.class)));

  private final List<String> wrong = new ArrayList<>();
  private int values;
  private int writeOnly;

  @Test
  void requestAndResponseTextsAreReadByTheSameType() throws IOException {
    List<Class<? extends ApiResult>> types = List.of();
    for (String line : Files.readAllLines(Path.of("src/test/resources/roundtrips.txt"))) {
      if (line.startsWith("# ")) {
        types = Objects.requireNonNull(TYPES.get(line.substring(2)), line);
      } else {
        String[] parts = line.split("\t", 3);
        boolean isKnown = !ASKED_AS_TEXT.contains(parts[0]) && check(types, parts[0], parts[1]);
        if (parts[2].equals(ABSENT)) {
          writeOnly += isKnown ? 0 : 1;
        } else if (!check(types, parts[0], parts[2])) {
          wrong.add(parts[0] + ": no type for " + parts[2]);
        }
      }
    }
    System.out.printf(
        "round trips: %d values read, %d of which no answer tells, lost %d%n",
        values, writeOnly, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(values).isGreaterThan(200);
  }

  /** Whether a type knows the field; if so, it has to read the value as it came. */
  private boolean check(List<Class<? extends ApiResult>> types, String field, String json) {
    JsonValue value = JsonValue.parse(json);
    for (Class<? extends ApiResult> type : types) {
      Reading reading = TypedField.read(type, field, value);
      if (reading.isKnown()) {
        values++;
        String printed = String.valueOf(reading.printed());
        boolean isSame =
            normal(printed).equals(normal(text(value)))
                || normal(printed).equals(normal(json.replaceAll("^\\[|]$", "")));
        if (!isSame) {
          wrong.add(field + ": " + json + " became " + printed + ", " + reading.refusal());
        }
        reading.parts().fallbacks().forEach((part, how) -> wrong.add(field + " " + part + how));
        return true;
      }
    }
    return false;
  }

  /** Returns a text without the separators of a list. */
  private static String normal(String text) {
    return text.strip().replaceAll("[,;\\s]+", "\n");
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    if (value instanceof JsonArray array) {
      return array.values().stream().map(RoundTripsTest::text).collect(Collectors.joining("\n"));
    }
    return value instanceof JsonObject object
        ? object.names().stream()
            .map(name -> name + "=" + text(Objects.requireNonNull(object.get(name))))
            .collect(Collectors.joining(","))
        : value.toString();
  }
}
