package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.DEVICE_PATH;
import static io.github.proxmoxmpc.iac.terraform.Conversion.EXTENSION;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.ArrayList;
import java.util.List;

/** The rows of a VM that its disks and its CD-ROM drives become. */
final class VmDiskMappings {
  private static final String OLD_RATE = "the provider knows the separate limits only";

  private VmDiskMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern disks = VmKeyPatterns.DISKS;
    List<AttributeMapping> rows = new ArrayList<>();
    rows.addAll(
        List.of(
            of(disks, KEY_NAME).to("disk.interface", TEXT).row(),
            of(disks, "file")
                .bare()
                .to("disk.datastore_id", STORAGE)
                .preset(new Text("local-lvm"))
                .always()
                .row(),
            of(disks, "file")
                .bare()
                .to("disk.path_in_datastore", DEVICE_PATH)
                .uncompared()
                .because("the provider compares the storage, and not the path in it")
                .row(),
            of(disks, "format")
                .to("disk.file_format", TEXT)
                .computed()
                .accepts(VmRules.FILE_FORMAT.orEmpty())
                .row(),
            of(VmKeyPatterns.DISKS_WITHOUT_FORMAT, "file")
                .bareOnly()
                .to("disk.file_format", EXTENSION)
                .computed()
                .because("the format is the storage's own")
                .accepts(VmRules.FILE_FORMAT.orEmpty())
                .row(),
            of(disks, "size")
                .to("disk.size", GIBIBYTES)
                .preset(Number.of(0))
                .computed()
                .because("the provider counts whole GiB, and this is less than one")
                .accepts(between(1, Integer.MAX_VALUE))
                .row(),
            of(disks, "aio")
                .to("disk.aio", TEXT)
                .both(new Text("io_uring"))
                .accepts(oneOf("io_uring", "native", "threads"))
                .row(),
            of(disks, "cache")
                .to("disk.cache", TEXT)
                .both(new Text("none"))
                .accepts(oneOf("directsync", "none", "unsafe", "writeback", "writethrough"))
                .row(),
            of(disks, "discard").to("disk.discard", TEXT).both(new Text("ignore")).row(),
            of(disks, "backup").to("disk.backup", FLAG).both(Flag.TRUE).row(),
            of(disks, "replicate").to("disk.replicate", FLAG).both(Flag.TRUE).row(),
            of(disks, "iothread").to("disk.iothread", FLAG).row(),
            of(disks, "ssd").to("disk.ssd", FLAG).row(),
            of(disks, "queues")
                .to("disk.queues", WHOLE_NUMBER)
                .accepts(between(2, Integer.MAX_VALUE))
                .row(),
            of(disks, "serial")
                .to("disk.serial", TEXT)
                .accepts(text("at most 20 letters", serial -> serial.length() <= 20))
                .row(),
            speed("mbps_rd", "read"),
            speed("mbps_rd_max", "read_burstable"),
            speed("mbps_wr", "write"),
            speed("mbps_wr_max", "write_burstable"),
            speed("iops_rd", "iops_read"),
            speed("iops_rd_max", "iops_read_burstable"),
            speed("iops_wr", "iops_write"),
            speed("iops_wr_max", "iops_write_burstable"),
            of(disks, "media").unseen("a disk is what the provider takes it for anyway")));
    for (String part : List.of("iops", "iops_max", "mbps", "mbps_max", "bps", "bps_rd", "bps_wr")) {
      rows.add(of(disks, part).unseen(OLD_RATE));
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
      rows.add(of(disks, part).unseen(NOT_READ));
    }
    rows.add(of(VmKeyPatterns.CD_ROMS).unseen("the provider imports the CD-ROM of ide3 only"));
    rows.add(
        of(VmKeyPatterns.IDE3, KEY_NAME)
            .to("cdrom.interface", TEXT)
            .both(new Text("ide3"))
            .always()
            .row());
    rows.add(
        of(VmKeyPatterns.IDE3, "file")
            .bare()
            .to("cdrom.file_id", TEXT)
            .accepts(VmRules.CD_ROM_FILE.orEmpty())
            .row());
    rows.add(of(VmKeyPatterns.IDE3, "media").unseen("the provider writes it by itself"));
    rows.add(of(VmKeyPatterns.IDE3, "size").unseen(NOT_READ));
    rows.add(of(KeyPattern.numbered("unused")).unseen(NO_ATTRIBUTE));
    rows.add(of("cdrom").unseen("an old name of ide2"));
    return rows;
  }

  private static AttributeMapping speed(String part, String attribute) {
    return of(VmKeyPatterns.DISKS, part)
        .to("disk.speed." + attribute, WHOLE_NUMBER)
        .remedy("round it to a whole number")
        .row();
  }
}
