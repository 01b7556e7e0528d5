package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.ALWAYS;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.DIFFERS;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ENVIRONMENT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * How a container becomes a {@code proxmox_virtual_environment_container}: every key that {@code
 * GET /nodes/{node}/lxc/{vmid}/config} can answer in Proxmox VE 9.2, and every part of it, measured
 * with bpg/proxmox 0.112.0 and Terraform 1.11.
 */
final class ContainerTable {
  static final String TYPE = "proxmox_virtual_environment_container";

  private static final String UNSET_BY_IMPORT =
      "an import leaves the time limits unset, and the provider then wants its defaults";
  private static final String NO_STABLE_ORDER =
      "the provider sorts numbers of three digits among those of two, each time in another order";

  static final MappingTable TABLE =
      new MappingTable(TYPE, rows(), blocks(), ContainerUnsupportedFeatures.ROWS);

  private ContainerTable() {}

  private static List<AttributeMapping> rows() {
    List<AttributeMapping> rows = new ArrayList<>();
    rows.addAll(containerRows());
    rows.addAll(StartupMappings.all());
    rows.addAll(processorAndMemoryRows());
    rows.addAll(ContainerVolumeMappings.all());
    rows.addAll(ContainerNetworkMappings.all());
    rows.addAll(ContainerDeviceMappings.all());
    rows.addAll(unseenRows());
    return rows;
  }

  /** The resource itself. */
  private static List<AttributeMapping> containerRows() {
    return List.of(
        of("@node").to("node_name", TEXT).row(),
        of("description")
            .to("description", TEXT)
            .ignoredWhen(ContainerTable::isReworded)
            .because("the provider trims the text of the configuration and ends it with a newline")
            .row(),
        of("tags").to("tags", TAGS).row(),
        of("@running").to("started", FLAG).preset(Flag.TRUE).always().row(),
        of("onboot").to("start_on_boot", FLAG).preset(Flag.TRUE).always().row(),
        of("unprivileged").to("unprivileged", FLAG).row(),
        of("template").to("template", FLAG).row(),
        of("protection").to("protection", FLAG).row(),
        of("hookscript").to("hook_script_file_id", TEXT).row(),
        of("env")
            .to("environment_variables", ENVIRONMENT)
            .accepts(
                new Constraint(
                    "names of letters, digits and '_', values without control characters,"
                        + " and no secret",
                    (value, context) -> isPlainEnvironment(value)))
            .row(),
        of("@always").to("operating_system.template_file_id", TEXT).uncounted().always().row(),
        of("ostype")
            .to("operating_system.type", TEXT)
            .preset(new Text("unmanaged"))
            .accepts(
                oneOf(
                    "alpine",
                    "archlinux",
                    "centos",
                    "debian",
                    "devuan",
                    "fedora",
                    "gentoo",
                    "nixos",
                    "opensuse",
                    "ubuntu",
                    "unmanaged"))
            .row(),
        of("console").to("console.enabled", FLAG).both(Flag.TRUE).row(),
        of("tty")
            .to("console.tty_count", WHOLE_NUMBER)
            .both(Number.of(2))
            .always()
            .accepts(between(0, 6))
            .row(),
        of("cmode")
            .to("console.type", TEXT)
            .both(new Text("tty"))
            .accepts(oneOf("console", "shell", "tty"))
            .row(),
        of("features", "nesting").to("features.nesting", FLAG).row(),
        of("features", "keyctl").to("features.keyctl", FLAG).row(),
        of("features", "fuse").to("features.fuse", FLAG).row(),
        of("features", "mknod").to("features.mknod", FLAG).row(),
        of("features", "mount")
            .to("features.mount", LIST)
            .accepts(each("cifs, nfs", type -> type.equals("cifs") || type.equals("nfs")))
            .row(),
        of("features", "force_rw_sys").unseen(NO_ATTRIBUTE),
        of("@always").ignored("timeout_clone", UNSET_BY_IMPORT),
        of("@always").ignored("timeout_create", UNSET_BY_IMPORT),
        of("@always").ignored("timeout_delete", UNSET_BY_IMPORT),
        of("@always").ignored("timeout_start", UNSET_BY_IMPORT),
        of("@always").ignored("timeout_update", UNSET_BY_IMPORT));
  }

  private static List<AttributeMapping> processorAndMemoryRows() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .both(Number.of(1))
            .always()
            .accepts(between(1, 128))
            .row(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 8192)).row(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 500000)).row(),
        of("arch")
            .to("cpu.architecture", TEXT)
            .both(new Text("amd64"))
            .accepts(oneOf("amd64", "arm64", "armhf", "i386"))
            .row(),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .preset(Number.of(512))
            .always()
            .accepts(between(16, 268435456))
            .row(),
        of("swap").to("memory.swap", WHOLE_NUMBER).accepts(between(0, 268435456)).row());
  }

  private static List<AttributeMapping> unseenRows() {
    return List.of(
        of("debug").unseen(NO_ATTRIBUTE),
        of("lock").unseen(NOT_READ),
        of("timezone").unseen(NO_ATTRIBUTE),
        of("parent").unseen("it belongs to snapshots"),
        of("snaptime").unseen("it belongs to snapshots"),
        of("snapstate").unseen("it belongs to snapshots"),
        of(ContainerKeyPatterns.RAW_LINES)
            .unseen("of the raw lines the provider reads lxc.idmap only"));
  }

  private static List<BlockRule> blocks() {
    return List.of(
        BlockRule.one("operating_system", DIFFERS),
        BlockRule.one("console", ContainerTable::holdsConsole),
        BlockRule.one("cpu", DIFFERS),
        BlockRule.one("memory", DIFFERS),
        BlockRule.one("disk", ALWAYS)
            .refusedWhen(
                context -> context.guest().text("rootfs") == null,
                "the server has no root file system, and the provider makes one up"),
        BlockRule.each("mount_point", ContainerKeyPatterns.MOUNT_POINTS)
            .atMost(256)
            .refusedWhen(
                context ->
                    NaturalOrder.isLostOn(context.guest().keys(ContainerKeyPatterns.MOUNT_POINTS)),
                NO_STABLE_ORDER),
        BlockRule.each("network_interface", ContainerKeyPatterns.NETS).atMost(10),
        BlockRule.one("initialization", ALWAYS),
        BlockRule.one("initialization.dns", KEYED),
        BlockRule.each("initialization.ip_config", ContainerKeyPatterns.ADDRESSED_NETS).atMost(10),
        BlockRule.one("initialization.ip_config.ipv4", KEYED),
        BlockRule.one("initialization.ip_config.ipv6", KEYED),
        BlockRule.one("features", DIFFERS),
        BlockRule.each("device_passthrough", ContainerKeyPatterns.DEVICES)
            .atMost(128)
            .refusedWhen(
                context ->
                    NaturalOrder.isLostOn(context.guest().keys(ContainerKeyPatterns.DEVICES)),
                NO_STABLE_ORDER),
        BlockRule.each("idmap", ContainerKeyPatterns.ID_MAPS),
        BlockRule.one("startup", VmRules::holdsStartup));
  }

  // The provider compares the answer with its default by type, too, so that only an answer that is
  // there and true counts as the default.
  private static boolean holdsConsole(BlockReading block, MappingContext context) {
    return block.differs() || context.guest().text("console") == null;
  }

  private static boolean isReworded(String text) {
    return !(GoText.trim(text).replace("\r\n", "\n") + "\n").equals(text);
  }

  private static boolean isPlainEnvironment(HclValue value) {
    return value instanceof HclValue.TextMap map
        && map.texts().entrySet().stream()
            .allMatch(
                entry ->
                    entry.getKey().matches("\\w+")
                        && GuestRules.isPrintable(entry.getValue())
                        && !Secrets.looksSecret(entry.getKey()));
  }
}
