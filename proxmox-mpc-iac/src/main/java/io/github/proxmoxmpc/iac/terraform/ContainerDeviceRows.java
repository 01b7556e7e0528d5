package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.Acceptance.atLeast;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.between;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ID_TYPE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.word;
import static io.github.proxmoxmpc.iac.terraform.Row.of;

import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a container that its devices and its id maps become. */
final class ContainerDeviceRows {
  private static final String ID_MAP = "write it as 'u 0 100000 65536'";

  private ContainerDeviceRows() {}

  static List<Row> all() {
    return List.of(
        of(ContainerFamilies.DEVICES, "path")
            .bare()
            .to("device_passthrough.path", TEXT)
            .accepts(text("a path", path -> !path.isEmpty()))
            .required(new Text("/dev/null"))
            .always()
            .row(),
        of(ContainerFamilies.DEVICES, "deny-write").to("device_passthrough.deny_write", FLAG).row(),
        of(ContainerFamilies.DEVICES, "uid")
            .to("device_passthrough.uid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        of(ContainerFamilies.DEVICES, "gid")
            .to("device_passthrough.gid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        of(ContainerFamilies.DEVICES, "mode")
            .to("device_passthrough.mode", TEXT)
            .both(new Text("0660"))
            .accepts(text("an octal mode", mode -> mode.matches(".*0[0-7]{3}.*")))
            .row(),
        of(ContainerFamilies.ID_MAPS).to("idmap.type", ID_TYPE).remedy(ID_MAP).row(),
        idMapNumber("container_id", 1, 0),
        idMapNumber("host_id", 2, 0),
        idMapNumber("size", 3, 1));
  }

  private static Row idMapNumber(String attribute, int word, int least) {
    return of(ContainerFamilies.ID_MAPS)
        .to("idmap." + attribute, word(word))
        .always()
        .accepts(atLeast(least))
        .required(Number.of(least))
        .remedy(ID_MAP)
        .row();
  }
}
