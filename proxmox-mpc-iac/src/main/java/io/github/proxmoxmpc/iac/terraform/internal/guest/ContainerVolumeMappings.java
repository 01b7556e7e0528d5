package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import java.util.List;

/** Maps the root file system and the mount points of a container. */
final class ContainerVolumeMappings {
  private ContainerVolumeMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern mounts = ContainerKeyPatterns.MOUNT_POINTS;
    Constraint options = each("no empty options", option -> !option.isEmpty());
    return List.of(
        of("rootfs", "volume")
            .defaultKey()
            .to("disk.datastore_id", STORAGE_OR_ALL)
            .schemaDefault(new Text("local"))
            .alwaysWritten()
            .build(),
        of("rootfs", "size")
            .to("disk.size", GIBIBYTES)
            .schemaDefault(Number.of(4))
            .alwaysWritten()
            .accepts(between(0, Integer.MAX_VALUE))
            .build(),
        of("rootfs", "acl").to("disk.acl", FLAG).build(),
        of("rootfs", "quota").to("disk.quota", FLAG).build(),
        of("rootfs", "replicate").to("disk.replicate", FLAG).build(),
        of("rootfs", "mountoptions").to("disk.mount_options", LIST).accepts(options).build(),
        of("rootfs", "ro").unsupported(NO_ATTRIBUTE),
        of("rootfs", "shared").unsupported(NO_ATTRIBUTE),
        of("rootfs", "idmap").unsupported(NO_ATTRIBUTE),
        of(mounts, "volume")
            .defaultKeyOnly()
            .to("mount_point.volume", TEXT)
            .alwaysWritten()
            .build(),
        of(mounts, "mp").to("mount_point.path", TEXT).alwaysWritten().build(),
        of(mounts, "size").to("mount_point.size", TEXT).accepts(GuestConstraints.SIZE).build(),
        of(mounts, "acl").to("mount_point.acl", FLAG).build(),
        of(mounts, "backup").to("mount_point.backup", FLAG).build(),
        of(mounts, "quota").to("mount_point.quota", FLAG).build(),
        of(mounts, "replicate").to("mount_point.replicate", FLAG).defaultsTo(Flag.TRUE).build(),
        of(mounts, "ro").to("mount_point.read_only", FLAG).build(),
        of(mounts, "shared").to("mount_point.shared", FLAG).build(),
        of(mounts, "mountoptions").to("mount_point.mount_options", LIST).build(),
        of(mounts, "idmap").unsupported(NO_ATTRIBUTE),
        of(mounts, "keepattrs").unsupported(NO_ATTRIBUTE),
        of(KeyPattern.numbered("unused")).unsupported(NO_ATTRIBUTE));
  }
}
