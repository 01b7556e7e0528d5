package io.github.proxmoxmpc.simulator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.SimulatedGuest;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleEstateTest {
  private static final Pattern GUEST =
      Pattern.compile("nodes/[^/]+/(?:qemu-server|lxc)/(\\d+)\\.conf");

  @Test
  void theIndexNamesEveryFile() throws Exception {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      List<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.equals("index"))
              .sorted()
              .toList();
      assertThat(Files.readAllLines(root.resolve("index"))).isEqualTo(found);
    }
  }

  @Test
  void theSampleEstateHas26Guests() {
    assertThat(SampleEstate.odd()).hasToString("Estate[2 nodes, 26 guests, 5 storages, 6 pools]");
  }

  /** No line of the sample estate is one that the server would drop. */
  @Test
  void everyLineOfEveryGuestIsRead() throws Exception {
    Estate estate = SampleEstate.odd();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate)) {
      for (String file : Files.readAllLines(root().resolve("index"))) {
        Matcher matcher = GUEST.matcher(file);
        if (matcher.matches()) {
          SimulatedGuest guest = simulator.guest(Integer.parseInt(matcher.group(1)));
          Map<String, String> taken = new TreeMap<>(guest.config());
          taken.remove("description");
          taken.replaceAll((key, value) -> value.strip());
          assertThat(taken).as(file).isEqualTo(written(root().resolve(file)));
        }
      }
    }
  }

  private static Map<String, String> written(Path file) throws Exception {
    Map<String, String> written = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("[")) {
        break;
      }
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("lxc.")) {
        written.put(
            line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return written;
  }

  private static Path root() throws Exception {
    URL index = Objects.requireNonNull(SampleEstateTest.class.getResource("odd/index"));
    return Objects.requireNonNull(Path.of(index.toURI()).getParent());
  }
}
