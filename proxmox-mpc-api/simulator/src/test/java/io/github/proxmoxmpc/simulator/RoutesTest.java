package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.internal.schema.ApiSchema;
import org.junit.jupiter.api.Test;

class RoutesTest {
  @Test
  void everyHandledOperationIsOneOfTheSchema() {
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(Estate.builder().build())) {
      System.out.println(
          "The simulator implements "
              + pve.operations().size()
              + " of "
              + ApiSchema.bundled().operations().size()
              + " operations");
      assertThat(ApiSchema.bundled().operations().keySet()).containsAll(pve.operations());
    }
  }

  @Test
  void eachOperationOfTheSchemaIsFoundByItsPath() {
    ApiSchema schema = ApiSchema.bundled();
    assertThat(schema.operations()).hasSize(675);
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
      ApiProbe.Answer answer = ApiProbe.of(pve).get("/cluster/ha/status/current");
      assertThat(answer.status()).isEqualTo(501);
      assertThat(answer.reason())
          .isEqualTo("Method 'GET /cluster/ha/status/current' not implemented by the simulator");
    }
  }
}
