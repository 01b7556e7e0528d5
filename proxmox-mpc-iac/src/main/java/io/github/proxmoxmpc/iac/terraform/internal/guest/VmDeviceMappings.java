package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.KEY_NAME;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import java.util.List;

/** Maps the remaining devices of a VM: agent, display, audio, USB, PCI and others. */
final class VmDeviceMappings {
  private VmDeviceMappings() {}

  static List<AttributeMapping> all() {
    KeyPattern pci = VmKeyPatterns.PCI_DEVICES;
    KeyPattern usb = VmKeyPatterns.USB_DEVICES;
    KeyPattern shares = VmKeyPatterns.SHARES;
    return List.of(
        of("agent", "enabled").defaultKey().to("agent.enabled", FLAG).build(),
        of("agent", "fstrim_cloned_disks").to("agent.trim", FLAG).build(),
        of("agent", "type")
            .to("agent.type", TEXT)
            .defaultsTo(new Text("virtio"))
            .accepts(oneOf("isa", "virtio"))
            .build(),
        of("agent", "freeze-fs").unsupported(NO_ATTRIBUTE),
        of("agent", "freeze-fs-on-backup").unsupported(NO_ATTRIBUTE),
        of("agent", "guest-fsfreeze").unsupported(NO_ATTRIBUTE),
        of("vga", "type")
            .defaultKey()
            .to("vga.type", TEXT)
            .nullWhenUnset()
            .schemaDefault(new Text("std"))
            .alwaysWritten()
            .accepts(VmConstraints.VGA)
            .build(),
        of("vga", "memory")
            .to("vga.memory", WHOLE_NUMBER)
            .defaultsTo(Number.of(16))
            .accepts(between(4, 512))
            .build(),
        of("vga", "clipboard").to("vga.clipboard", TEXT).accepts(oneOf("vnc").orEmpty()).build(),
        of(VmKeyPatterns.SERIAL_PORTS)
            .to("serial_device.device", TEXT)
            .schemaDefault(new Text("socket"))
            .alwaysWritten()
            .accepts(text("socket or /dev/...", d -> d.equals("socket") || d.startsWith("/dev/")))
            .build(),
        of("audio0", "device")
            .to("audio_device.device", TEXT)
            .schemaDefault(new Text("intel-hda"))
            .accepts(oneOf("AC97", "ich9-intel-hda", "intel-hda"))
            .build(),
        of("audio0", "driver")
            .to("audio_device.driver", TEXT)
            .schemaDefault(new Text("spice"))
            .accepts(oneOf("spice"))
            .build(),
        of("rng0", "source")
            .defaultKey()
            .to("rng.source", TEXT)
            .accepts(text("a source", source -> !source.isEmpty()))
            .placeholder(new Text("/dev/urandom"))
            .alwaysWritten()
            .build(),
        of("rng0", "max_bytes")
            .to("rng.max_bytes", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .build(),
        of("rng0", "period")
            .to("rng.period", WHOLE_NUMBER)
            .computed()
            .accepts(between(1, Integer.MAX_VALUE))
            .build(),
        of("watchdog", "model")
            .defaultKey()
            .to("watchdog.model", TEXT)
            .defaultsTo(new Text("i6300esb"))
            .accepts(oneOf("i6300esb", "ib700"))
            .build(),
        of("watchdog", "action")
            .to("watchdog.action", TEXT)
            .defaultsTo(new Text("none"))
            .accepts(oneOf("debug", "none", "pause", "poweroff", "reset", "shutdown"))
            .build(),
        of(KeyPattern.of("@always")).to("watchdog.enabled", Conversion.TRUE).build(),
        of(usb, "host").defaultKey().to("usb.host", TEXT).build(),
        of(usb, "mapping").to("usb.mapping", TEXT).build(),
        of(usb, "usb3").to("usb.usb3", FLAG).build(),
        of(VmKeyPatterns.HIGH_USB).unsupported("the provider reads only usb0 to usb3"),
        of(pci, KEY_NAME).to("hostpci.device", TEXT).build(),
        of(pci, "host").defaultKey().to("hostpci.id", TEXT).build(),
        of(pci, "mapping").to("hostpci.mapping", TEXT).build(),
        of(pci, "mdev").to("hostpci.mdev", TEXT).build(),
        of(pci, "pcie").to("hostpci.pcie", FLAG).build(),
        of(pci, "rombar").to("hostpci.rombar", FLAG).whenUnset(Flag.TRUE).build(),
        of(pci, "romfile").to("hostpci.rom_file", TEXT).build(),
        of(pci, "x-vga").to("hostpci.xvga", FLAG).build(),
        of(pci, "legacy-igd").unsupported(NOT_READ),
        of(pci, "device-id").unsupported(NOT_READ),
        of(pci, "vendor-id").unsupported(NOT_READ),
        of(pci, "sub-device-id").unsupported(NOT_READ),
        of(pci, "sub-vendor-id").unsupported(NOT_READ),
        of(pci, "driver").unsupported(NOT_READ),
        of(shares, "dirid")
            .defaultKey()
            .to("virtiofs.mapping", TEXT)
            .accepts(text("a name", name -> !name.isEmpty()))
            .placeholder(new Text("unset"))
            .alwaysWritten()
            .build(),
        of(shares, "cache")
            .to("virtiofs.cache", TEXT)
            .defaultsTo(new Text("auto"))
            .accepts(oneOf("always", "auto", "metadata", "never"))
            .build(),
        of(shares, "direct-io").to("virtiofs.direct_io", FLAG).build(),
        of(shares, "expose-acl").to("virtiofs.expose_acl", FLAG).build(),
        of(shares, "expose-xattr").to("virtiofs.expose_xattr", FLAG).build(),
        of(VmKeyPatterns.SHARES_WITH_ACL, "expose-acl").to("virtiofs.expose_xattr", FLAG).build());
  }
}
