package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void everyImplementedOperationIsInTheSchema() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.builder().build())) {
      System.out.println(
          "The simulator implements "
              + pve.operations().size()
              + " of "
              + OperationIndex.bundled().operations().size()
              + " operations");
      assertThat(OperationIndex.bundled().operations().keySet()).containsAll(pve.operations());
    }
  }

  @Test
  void eachOperationOfTheSchemaIsFoundByItsPath() {
    OperationIndex schema = OperationIndex.bundled();
    assertThat(schema.operations()).hasSize(678);
    schema
        .operations()
        .forEach(
            (key, operation) -> {
              String[] parts = key.split(" ", -1);
              String path = parts[1].replaceAll("\\{[^}]+\\}", "x1");
              assertThat(schema.find(parts[0], path).orElseThrow().operation())
                  .as(key)
                  .isSameAs(operation);
            });
  }

  @Test
  void anOperationThatIsNotImplementedSaysSo() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.builder().build())) {
      ApiProbe.Response response = ApiProbe.of(pve).post("/nodes/pve/qemu/100/mtunnel");
      assertThat(response.status()).isEqualTo(501);
      assertThat(response.reason())
          .isEqualTo("Method 'POST /nodes/pve/qemu/100/mtunnel' not implemented by the simulator");
    }
  }
}
