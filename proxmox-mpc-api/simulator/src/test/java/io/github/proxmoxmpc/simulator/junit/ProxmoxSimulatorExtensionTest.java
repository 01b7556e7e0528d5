package io.github.proxmoxmpc.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import io.github.proxmoxmpc.simulator.http.SimulatorRequest;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProxmoxSimulatorExtensionTest {
  private static final Estate ESTATE =
      Estate.builder().node("pve").vm("pve", 100, "name: web\n").build();

  private static final Set<Integer> PORTS = new HashSet<>();

  @AfterAll
  static void eachSimulatorIsClosedAfterItsTests() {
    assertThat(PORTS).hasSizeGreaterThan(2);
    assertThat(PORTS)
        .allSatisfy(
            port ->
                assertThatThrownBy(() -> new Socket("localhost", port).close())
                    .isInstanceOf(ConnectException.class));
  }

  private static void remember(String url) {
    PORTS.add(URI.create(url).getPort());
  }

  @Nested
  class BeforeAnyTest {
    private final ProxmoxSimulatorExtension unused = ProxmoxSimulatorExtension.with(ESTATE);

    @Test
    void theSimulatorIsNotRunning() {
      assertThatThrownBy(unused::simulator)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("@RegisterExtension");
    }
  }

  @Nested
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  class WithAStaticField {
    @RegisterExtension
    static final ProxmoxSimulatorExtension PVE = ProxmoxSimulatorExtension.with(ESTATE);

    private static final Set<ProxmoxSimulator> SEEN = new HashSet<>();

    WithAStaticField(ProxmoxSimulator inTheConstructor) {
      SEEN.add(inTheConstructor);
    }

    @Test
    @Order(1)
    void theExtensionGivesAddressAndCredentials(ProxmoxSimulator pve) {
      assertThat(PVE.url()).isEqualTo(pve.url());
      remember(PVE.url());
      assertThat(PVE.token()).isEqualTo(pve.token());
      assertThat(PVE.fingerprint()).isEqualTo(pve.fingerprint());
      pve.guest(100).set("name", "changed");
    }

    @Test
    @Order(2)
    void theNextTestSeesTheChangesOfTheFirst(ProxmoxSimulator pve) {
      assertThat(pve.guest(100).config()).containsEntry("name", "changed");
    }

    @Nested
    class InANestedClass {
      @Test
      void theSimulatorIsThatOfTheOuterClass(ProxmoxSimulator pve) {
        assertThat(SEEN).containsExactly(pve);
      }
    }

    @AfterAll
    static void allTestsSharedOneSimulator(ProxmoxSimulator pve) {
      assertThat(SEEN).containsExactly(pve);
    }
  }

  @Nested
  class WithAResetBeforeEachTest {
    @RegisterExtension
    static final ProxmoxSimulatorExtension PVE =
        ProxmoxSimulatorExtension.with(ESTATE).resetBeforeEach();

    @RepeatedTest(2)
    void eachTestStartsWithTheEstate(ProxmoxSimulator pve) {
      assertThat(pve.guest(100).config()).containsEntry("name", "web");
      assertThat(pve.requests()).isEmpty();
      pve.guest(100).set("name", "changed");
      pve.handler().handle(SimulatorRequest.of("GET", "/api2/json/version", List.of()));
      assertThat(pve.requests()).hasSize(1);
    }
  }

  @Nested
  class WithAnInstanceField {
    private static final Set<String> CERTIFICATES = new HashSet<>();

    @RegisterExtension
    final ProxmoxSimulatorExtension pve =
        ProxmoxSimulatorExtension.with(ESTATE).configure(builder -> builder.port(0));

    @RepeatedTest(2)
    void eachTestHasASimulatorOfItsOwn() {
      assertThat(CERTIFICATES.add(pve.fingerprint())).isTrue();
      remember(pve.url());
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class WithAnInstanceFieldAndOneInstancePerClass {
    @RegisterExtension final ProxmoxSimulatorExtension pve = ProxmoxSimulatorExtension.with(ESTATE);

    @RepeatedTest(2)
    void theSimulatorRuns(ProxmoxSimulator simulator) {
      assertThat(pve.simulator()).isSameAs(simulator);
    }
  }
}
