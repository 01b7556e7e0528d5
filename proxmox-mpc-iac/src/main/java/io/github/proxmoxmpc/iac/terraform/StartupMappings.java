package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import java.util.List;

/** The rows of when a guest starts and stops with its node; a VM and a container have the same. */
final class StartupMappings {
  private StartupMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("startup", "order").to("startup.order", WHOLE_NUMBER).both(Number.of(-1)).always().row(),
        of("startup", "up").to("startup.up_delay", WHOLE_NUMBER).both(Number.of(-1)).always().row(),
        of("startup", "down")
            .to("startup.down_delay", WHOLE_NUMBER)
            .both(Number.of(-1))
            .always()
            .row(),
        of("startup").unseen("the provider reads order=, up= and down= only"));
  }
}
