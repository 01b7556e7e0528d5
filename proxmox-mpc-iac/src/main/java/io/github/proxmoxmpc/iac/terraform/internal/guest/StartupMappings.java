package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import java.util.List;

/** Maps the startup and shutdown order, which is the same for VMs and containers. */
final class StartupMappings {
  private StartupMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of("startup", "order")
            .to("startup.order", WHOLE_NUMBER)
            .defaultsTo(Number.of(-1))
            .alwaysWritten()
            .build(),
        of("startup", "up")
            .to("startup.up_delay", WHOLE_NUMBER)
            .defaultsTo(Number.of(-1))
            .alwaysWritten()
            .build(),
        of("startup", "down")
            .to("startup.down_delay", WHOLE_NUMBER)
            .defaultsTo(Number.of(-1))
            .alwaysWritten()
            .build(),
        of("startup").unsupported("the provider reads only order=, up= and down="));
  }
}
