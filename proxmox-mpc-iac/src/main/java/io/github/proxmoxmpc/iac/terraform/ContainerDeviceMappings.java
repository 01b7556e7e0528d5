package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.atLeast;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ID_TYPE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.word;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a container that its devices and its id maps become. */
final class ContainerDeviceMappings {
  private static final String ID_MAP = "write it as 'u 0 100000 65536'";

  private ContainerDeviceMappings() {}

  static List<AttributeMapping> all() {
    return List.of(
        of(ContainerKeyPatterns.DEVICES, "path")
            .bare()
            .to("device_passthrough.path", TEXT)
            .accepts(text("a path", path -> !path.isEmpty()))
            .required(new Text("/dev/null"))
            .always()
            .row(),
        of(ContainerKeyPatterns.DEVICES, "deny-write")
            .to("device_passthrough.deny_write", FLAG)
            .row(),
        of(ContainerKeyPatterns.DEVICES, "uid")
            .to("device_passthrough.uid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        of(ContainerKeyPatterns.DEVICES, "gid")
            .to("device_passthrough.gid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        of(ContainerKeyPatterns.DEVICES, "mode")
            .to("device_passthrough.mode", TEXT)
            .both(new Text("0660"))
            .accepts(text("an octal mode", mode -> mode.matches(".*0[0-7]{3}.*")))
            .row(),
        of(ContainerKeyPatterns.ID_MAPS).to("idmap.type", ID_TYPE).remedy(ID_MAP).row(),
        idMapNumber("container_id", 1, 0),
        idMapNumber("host_id", 2, 0),
        idMapNumber("size", 3, 1));
  }

  private static AttributeMapping idMapNumber(String attribute, int word, int least) {
    return of(ContainerKeyPatterns.ID_MAPS)
        .to("idmap." + attribute, word(word))
        .always()
        .accepts(atLeast(least))
        .required(Number.of(least))
        .remedy(ID_MAP)
        .row();
  }
}
