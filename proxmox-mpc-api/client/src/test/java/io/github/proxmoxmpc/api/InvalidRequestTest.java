package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPostRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuVmidPath;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.VmId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that breaks a rule is reported with the real path, if it is known. */
class InvalidRequestTest {
  private static final String REAL = "Cannot send PUT /nodes/pve1/qemu/100/config: cores = '0': ";

  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.open(server.builder());
  private final QemuVmidPath vm = client.api().nodes("pve1").qemu(100);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void aRequestThatIsBuiltByItsCallNamesTheRealPath() {
    assertThatThrownBy(() -> vm.config().put(config -> config.cores(0)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(REAL);
    assertThatThrownBy(() -> vm.config().putAsync(config -> config.cores(0)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(REAL);
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void aRequestThatIsBuiltWithoutAPathNamesItsOperation() {
    assertThatThrownBy(() -> QemuPostRequest.builder(VmId.of(101)).cores(0).build())
        .hasMessageStartingWith("Cannot send POST /nodes/{node}/qemu: cores = '0': ");
  }

  @Test
  void anotherRequestThatIsBuiltInBetweenNamesItsOwnOperation() {
    assertThatThrownBy(
            () ->
                vm.config()
                    .put(
                        config ->
                            config.name(
                                QemuPostRequest.builder(VmId.of(101)).cores(0).build().toString())))
        .hasMessageStartingWith("Cannot send POST /nodes/{node}/qemu: cores = '0': ");
  }
}
