package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a container that its root file system and its mount points become. */
final class ContainerVolumeMappings {
  private ContainerVolumeMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern mounts = ContainerKeyPatterns.MOUNT_POINTS;
    Constraint options = each("options that are not empty", option -> !option.isEmpty());
    return List.of(
        of("rootfs", "volume")
            .bare()
            .to("disk.datastore_id", STORAGE_OR_ALL)
            .preset(new Text("local"))
            .always()
            .row(),
        of("rootfs", "size")
            .to("disk.size", GIBIBYTES)
            .preset(Number.of(4))
            .always()
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        of("rootfs", "acl").to("disk.acl", FLAG).row(),
        of("rootfs", "quota").to("disk.quota", FLAG).row(),
        of("rootfs", "replicate").to("disk.replicate", FLAG).row(),
        of("rootfs", "mountoptions").to("disk.mount_options", LIST).accepts(options).row(),
        of("rootfs", "ro").unseen(NO_ATTRIBUTE),
        of("rootfs", "shared").unseen(NO_ATTRIBUTE),
        of("rootfs", "idmap").unseen(NO_ATTRIBUTE),
        of(mounts, "volume").bareOnly().to("mount_point.volume", TEXT).always().row(),
        of(mounts, "mp").to("mount_point.path", TEXT).always().row(),
        of(mounts, "size").to("mount_point.size", TEXT).accepts(GuestRules.SIZE).row(),
        of(mounts, "acl").to("mount_point.acl", FLAG).row(),
        of(mounts, "backup").to("mount_point.backup", FLAG).row(),
        of(mounts, "quota").to("mount_point.quota", FLAG).row(),
        of(mounts, "replicate").to("mount_point.replicate", FLAG).both(Flag.TRUE).row(),
        of(mounts, "ro").to("mount_point.read_only", FLAG).row(),
        of(mounts, "shared").to("mount_point.shared", FLAG).row(),
        of(mounts, "mountoptions").to("mount_point.mount_options", LIST).row(),
        of(mounts, "idmap").unseen(NO_ATTRIBUTE),
        of(mounts, "keepattrs").unseen(NO_ATTRIBUTE),
        of(KeyPattern.numbered("unused")).unseen(NO_ATTRIBUTE));
  }
}
