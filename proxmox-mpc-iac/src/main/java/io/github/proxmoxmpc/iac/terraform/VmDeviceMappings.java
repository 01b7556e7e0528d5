package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.List;

/** The rows of a VM that the other devices which are plugged into it become. */
final class VmDeviceMappings {
  private VmDeviceMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern pci = VmKeyPatterns.PCI_DEVICES;
    KeyPattern usb = VmKeyPatterns.USB_DEVICES;
    KeyPattern shares = VmKeyPatterns.SHARES;
    return List.of(
        of("agent", "enabled").bare().to("agent.enabled", FLAG).row(),
        of("agent", "fstrim_cloned_disks").to("agent.trim", FLAG).row(),
        of("agent", "type")
            .to("agent.type", TEXT)
            .both(new Text("virtio"))
            .accepts(oneOf("isa", "virtio"))
            .row(),
        of("agent", "freeze-fs").unseen(NO_ATTRIBUTE),
        of("agent", "freeze-fs-on-backup").unseen(NO_ATTRIBUTE),
        of("agent", "guest-fsfreeze").unseen(NO_ATTRIBUTE),
        of("vga", "type")
            .bare()
            .to("vga.type", TEXT)
            .absentIsNull()
            .preset(new Text("std"))
            .always()
            .accepts(VmRules.VGA)
            .row(),
        of("vga", "memory")
            .to("vga.memory", WHOLE_NUMBER)
            .both(Number.of(16))
            .accepts(between(4, 512))
            .row(),
        of("vga", "clipboard").to("vga.clipboard", TEXT).accepts(oneOf("vnc").orEmpty()).row(),
        of(VmKeyPatterns.SERIAL_PORTS)
            .to("serial_device.device", TEXT)
            .preset(new Text("socket"))
            .always()
            .accepts(text("socket or /dev/...", d -> d.equals("socket") || d.startsWith("/dev/")))
            .row(),
        of("audio0", "device")
            .to("audio_device.device", TEXT)
            .preset(new Text("intel-hda"))
            .accepts(oneOf("AC97", "ich9-intel-hda", "intel-hda"))
            .row(),
        of("audio0", "driver")
            .to("audio_device.driver", TEXT)
            .preset(new Text("spice"))
            .accepts(oneOf("spice"))
            .row(),
        of("rng0", "source")
            .bare()
            .to("rng.source", TEXT)
            .accepts(text("a source", source -> !source.isEmpty()))
            .required(new Text("/dev/urandom"))
            .always()
            .row(),
        of("rng0", "max_bytes")
            .to("rng.max_bytes", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .row(),
        of("rng0", "period")
            .to("rng.period", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .row(),
        of("watchdog", "model")
            .bare()
            .to("watchdog.model", TEXT)
            .both(new Text("i6300esb"))
            .accepts(oneOf("i6300esb", "ib700"))
            .row(),
        of("watchdog", "action")
            .to("watchdog.action", TEXT)
            .both(new Text("none"))
            .accepts(oneOf("debug", "none", "pause", "poweroff", "reset", "shutdown"))
            .row(),
        of(KeyPattern.of("@always")).to("watchdog.enabled", Conversion.TRUE).row(),
        of(usb, "host").bare().to("usb.host", TEXT).row(),
        of(usb, "mapping").to("usb.mapping", TEXT).row(),
        of(usb, "usb3").to("usb.usb3", FLAG).row(),
        of(VmKeyPatterns.HIGH_USB).unseen("the provider reads usb0 to usb3 only"),
        of(pci, KEY_NAME).to("hostpci.device", TEXT).row(),
        of(pci, "host").bare().to("hostpci.id", TEXT).row(),
        of(pci, "mapping").to("hostpci.mapping", TEXT).row(),
        of(pci, "mdev").to("hostpci.mdev", TEXT).row(),
        of(pci, "pcie").to("hostpci.pcie", FLAG).row(),
        of(pci, "rombar").to("hostpci.rombar", FLAG).absent(Flag.TRUE).row(),
        of(pci, "romfile").to("hostpci.rom_file", TEXT).row(),
        of(pci, "x-vga").to("hostpci.xvga", FLAG).row(),
        of(pci, "legacy-igd").unseen(NOT_READ),
        of(pci, "device-id").unseen(NOT_READ),
        of(pci, "vendor-id").unseen(NOT_READ),
        of(pci, "sub-device-id").unseen(NOT_READ),
        of(pci, "sub-vendor-id").unseen(NOT_READ),
        of(pci, "driver").unseen(NOT_READ),
        of(shares, "dirid")
            .bare()
            .to("virtiofs.mapping", TEXT)
            .accepts(text("a name", name -> !name.isEmpty()))
            .required(new Text("unset"))
            .always()
            .row(),
        of(shares, "cache")
            .to("virtiofs.cache", TEXT)
            .both(new Text("auto"))
            .accepts(oneOf("always", "auto", "metadata", "never"))
            .row(),
        of(shares, "direct-io").to("virtiofs.direct_io", FLAG).row(),
        of(shares, "expose-acl").to("virtiofs.expose_acl", FLAG).row(),
        of(shares, "expose-xattr").to("virtiofs.expose_xattr", FLAG).row(),
        of(VmKeyPatterns.SHARES_WITH_ACL, "expose-acl").to("virtiofs.expose_xattr", FLAG).row());
  }
}
