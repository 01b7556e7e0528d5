package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.atLeast;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.ID_TYPE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.word;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import java.util.List;

/** Maps the passed-through devices and the id maps of a container. */
final class ContainerDeviceMappings {
  private static final String ID_MAP = "write it as 'u 0 100000 65536'";

  private ContainerDeviceMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of(ContainerKeyPatterns.DEVICES, "path")
            .defaultKey()
            .to("device_passthrough.path", TEXT)
            .accepts(text("a path", path -> !path.isEmpty()))
            .placeholder(new Text("/dev/null"))
            .alwaysWritten()
            .build(),
        of(ContainerKeyPatterns.DEVICES, "deny-write")
            .to("device_passthrough.deny_write", FLAG)
            .build(),
        of(ContainerKeyPatterns.DEVICES, "uid")
            .to("device_passthrough.uid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .build(),
        of(ContainerKeyPatterns.DEVICES, "gid")
            .to("device_passthrough.gid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .build(),
        of(ContainerKeyPatterns.DEVICES, "mode")
            .to("device_passthrough.mode", TEXT)
            .defaultsTo(new Text("0660"))
            .accepts(text("an octal mode", mode -> mode.matches(".*0[0-7]{3}.*")))
            .build(),
        of(ContainerKeyPatterns.ID_MAPS).to("idmap.type", ID_TYPE).remedy(ID_MAP).build(),
        idMapNumber("container_id", 1, 0),
        idMapNumber("host_id", 2, 0),
        idMapNumber("size", 3, 1));
  }

  private static AttributeMapping idMapNumber(String attribute, int word, int least) {
    return of(ContainerKeyPatterns.ID_MAPS)
        .to("idmap." + attribute, word(word))
        .alwaysWritten()
        .accepts(atLeast(least))
        .placeholder(Number.of(least))
        .remedy(ID_MAP)
        .build();
  }
}
