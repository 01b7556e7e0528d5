package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.DEVICE_PATH;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.EXTENSION;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.STORAGE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import java.util.ArrayList;
import java.util.List;

/** Maps the disks and the CD-ROM drives of a VM. */
final class VmDiskMappings {
  private static final String OLD_RATE =
      "the provider supports only separate read and write limits";

  private VmDiskMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern disks = VmKeyPatterns.DISKS;
    List<AttributeMapping> mappings = new ArrayList<>();
    mappings.addAll(
        List.of(
            of(disks, KEY_NAME).to("disk.interface", TEXT).build(),
            of(disks, "file")
                .defaultKey()
                .to("disk.datastore_id", STORAGE)
                .schemaDefault(new Text("local-lvm"))
                .alwaysWritten()
                .build(),
            of(disks, "file")
                .defaultKey()
                .to("disk.path_in_datastore", DEVICE_PATH)
                .notCompared()
                .because("the provider compares the storage, but not the path in it")
                .build(),
            of(disks, "format")
                .to("disk.file_format", TEXT)
                .computed()
                .accepts(VmConstraints.FILE_FORMAT.orEmpty())
                .build(),
            of(VmKeyPatterns.DISKS_WITHOUT_FORMAT, "file")
                .defaultKeyOnly()
                .to("disk.file_format", EXTENSION)
                .computed()
                .because("the storage determines the format")
                .accepts(VmConstraints.FILE_FORMAT.orEmpty())
                .build(),
            of(disks, "size")
                .to("disk.size", GIBIBYTES)
                .schemaDefault(Number.of(0))
                .computed()
                .because("the provider counts whole GiB, and the disk is smaller than one")
                .accepts(between(1, Integer.MAX_VALUE))
                .build(),
            of(disks, "aio")
                .to("disk.aio", TEXT)
                .defaultsTo(new Text("io_uring"))
                .accepts(oneOf("io_uring", "native", "threads"))
                .build(),
            of(disks, "cache")
                .to("disk.cache", TEXT)
                .defaultsTo(new Text("none"))
                .accepts(oneOf("directsync", "none", "unsafe", "writeback", "writethrough"))
                .build(),
            of(disks, "discard").to("disk.discard", TEXT).defaultsTo(new Text("ignore")).build(),
            of(disks, "backup").to("disk.backup", FLAG).defaultsTo(Flag.TRUE).build(),
            of(disks, "replicate").to("disk.replicate", FLAG).defaultsTo(Flag.TRUE).build(),
            of(disks, "iothread").to("disk.iothread", FLAG).build(),
            of(disks, "ssd").to("disk.ssd", FLAG).build(),
            of(disks, "queues")
                .to("disk.queues", WHOLE_NUMBER)
                .accepts(between(2, Integer.MAX_VALUE))
                .build(),
            of(disks, "serial")
                .to("disk.serial", TEXT)
                .accepts(text("at most 20 letters", serial -> serial.length() <= 20))
                .build(),
            speed("mbps_rd", "read"),
            speed("mbps_rd_max", "read_burstable"),
            speed("mbps_wr", "write"),
            speed("mbps_wr_max", "write_burstable"),
            speed("iops_rd", "iops_read"),
            speed("iops_rd_max", "iops_read_burstable"),
            speed("iops_wr", "iops_write"),
            speed("iops_wr_max", "iops_write_burstable"),
            of(disks, "media").unsupported("the provider assumes a disk anyway")));
    for (String part : List.of("iops", "iops_max", "mbps", "mbps_max", "bps", "bps_rd", "bps_wr")) {
      mappings.add(of(disks, part).unsupported(OLD_RATE));
    }
    for (String part :
        List.of(
            "iops_max_length",
            "iops_rd_max_length",
            "iops_rd_length",
            "iops_wr_max_length",
            "iops_wr_length",
            "bps_max_length",
            "bps_rd_max_length",
            "bps_rd_length",
            "bps_wr_max_length",
            "bps_wr_length",
            "detect_zeroes",
            "model",
            "product",
            "rerror",
            "ro",
            "scsiblock",
            "secs",
            "cyls",
            "heads",
            "trans",
            "shared",
            "snapshot",
            "vendor",
            "werror",
            "wwn")) {
      mappings.add(of(disks, part).unsupported(NOT_READ));
    }
    mappings.add(
        of(VmKeyPatterns.CD_ROMS)
            .unsupported("the provider imports only the CD-ROM drive on ide3"));
    mappings.add(
        of(VmKeyPatterns.IDE3, KEY_NAME)
            .to("cdrom.interface", TEXT)
            .defaultsTo(new Text("ide3"))
            .alwaysWritten()
            .build());
    mappings.add(
        of(VmKeyPatterns.IDE3, "file")
            .defaultKey()
            .to("cdrom.file_id", TEXT)
            .accepts(VmConstraints.CD_ROM_FILE.orEmpty())
            .build());
    mappings.add(of(VmKeyPatterns.IDE3, "media").unsupported("the provider sets it itself"));
    mappings.add(of(VmKeyPatterns.IDE3, "size").unsupported(NOT_READ));
    mappings.add(of(KeyPattern.numbered("unused")).unsupported(NO_ATTRIBUTE));
    mappings.add(of("cdrom").unsupported("it is an old name of ide2"));
    return mappings;
  }

  private static AttributeMapping speed(String part, String attribute) {
    return of(VmKeyPatterns.DISKS, part)
        .to("disk.speed." + attribute, WHOLE_NUMBER)
        .remedy("round it to a whole number")
        .build();
  }
}
