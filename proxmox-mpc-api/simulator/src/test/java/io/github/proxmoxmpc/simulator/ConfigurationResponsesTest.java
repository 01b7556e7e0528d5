package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.fixtures.GuestCorpus;
import io.github.proxmoxmpc.fixtures.GuestExample;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator answers for a configuration file as the real server does. */
class ConfigurationResponsesTest {

  @ParameterizedTest
  @CsvSource({"MEASURED_VMS,qemu,200", "MEASURED_CONTAINERS,lxc,95"})
  void eachConfigurationIsReturnedAsByTheRealServer(GuestCorpus corpus, String path, int count)
      throws IOException {
    List<GuestExample> guests =
        corpus.guests().stream().filter(guest -> guest.digest() != null).toList();
    EstateBuilder estate = Estate.builder().node("pve");
    for (GuestExample guest : guests) {
      if (corpus.isOfVms()) {
        estate.vm("pve", guest.vmid(), guest.file());
      } else {
        estate.container("pve", guest.vmid(), guest.file());
      }
    }
    List<String> differences = new ArrayList<>();
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(estate.build())) {
      ApiProbe api = ApiProbe.of(pve);
      for (GuestExample guest : guests) {
        ApiProbe.Response response = api.get("/nodes/pve/" + path + "/" + guest.vmid() + "/config");
        if (!new TreeMap<>(response.object()).equals(responseOf(guest))) {
          differences.add(guest.name() + ": " + response.object());
        }
      }
    }
    System.out.printf(
        "%s: %d of %d as the real server%n",
        corpus, guests.size() - differences.size(), guests.size());
    assertThat(guests).hasSize(count);
    assertThat(differences).isEmpty();
  }

  private static Map<String, Object> responseOf(GuestExample guest) throws IOException {
    Map<String, Object> response = new TreeMap<>();
    for (Map.Entry<String, String> each : guest.answer().entrySet()) {
      response.put(each.getKey(), Objects.requireNonNull(JsonCodec.read(each.getValue())));
    }
    response.put("digest", Objects.requireNonNull(guest.digest()));
    return response;
  }
}
