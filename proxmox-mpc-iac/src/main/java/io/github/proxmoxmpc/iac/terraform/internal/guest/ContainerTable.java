package io.github.proxmoxmpc.iac.terraform.internal.guest;

import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NOT_READ;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.NO_ATTRIBUTE;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping.of;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule.ALWAYS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule.DIFFERS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.between;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.each;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.oneOf;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint.text;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.ENVIRONMENT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion.WHOLE_NUMBER;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import io.github.proxmoxmpc.iac.hcl.HclValue.Number;
import io.github.proxmoxmpc.iac.hcl.HclValue.Text;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.AttributeMapping;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedBlock;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.GoStrings;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingContext;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.NaturalOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps a container to a {@code proxmox_virtual_environment_container}. The table covers every key
 * and property that {@code GET /nodes/{node}/lxc/{vmid}/config} returns in Proxmox VE 9.2. Its
 * rules were measured with bpg/proxmox 0.112.0 and Terraform 1.11.
 */
public final class ContainerTable {
  static final String TYPE = "proxmox_virtual_environment_container";

  private static final String UNSET_BY_IMPORT =
      "the provider leaves the timeouts unset on import and then plans to set its defaults";
  private static final String NO_STABLE_ORDER =
      "the provider sorts three-digit numbers among two-digit ones, in an unstable order";

  public static final MappingTable<GuestView> TABLE =
      new MappingTable<>(TYPE, mappings(), blocks(), ContainerUnsupportedFeatures.ALL);

  private ContainerTable() {}

  private static List<AttributeMapping> mappings() {
    List<AttributeMapping> mappings = new ArrayList<>();
    mappings.addAll(containerMappings());
    mappings.addAll(StartupMappings.all());
    mappings.addAll(processorAndMemoryMappings());
    mappings.addAll(ContainerVolumeMappings.all());
    mappings.addAll(ContainerNetworkMappings.all());
    mappings.addAll(ContainerDeviceMappings.all());
    mappings.addAll(unsupportedMappings());
    return mappings;
  }

  private static List<AttributeMapping> containerMappings() {
    return List.of(
        of("@node").to("node_name", TEXT).build(),
        of("description")
            .to("description", TEXT)
            .ignoredWhen(ContainerTable::isReworded)
            .because("the provider trims the configured text and appends a newline")
            .build(),
        of("tags").to("tags", TAGS).build(),
        of("@running").to("started", FLAG).schemaDefault(Flag.TRUE).alwaysWritten().build(),
        of("onboot").to("start_on_boot", FLAG).schemaDefault(Flag.TRUE).alwaysWritten().build(),
        of("unprivileged").to("unprivileged", FLAG).build(),
        of("template").to("template", FLAG).build(),
        of("protection").to("protection", FLAG).build(),
        of("hookscript").to("hook_script_file_id", TEXT).build(),
        of("env")
            .to("environment_variables", ENVIRONMENT)
            .accepts(
                new Constraint(
                    "names of letters, digits and '_', values without control characters,"
                        + " and no secret",
                    (value, context) -> isPlainEnvironment(value)))
            .build(),
        of("@always")
            .to("operating_system.template_file_id", TEXT)
            .notCounted()
            .alwaysWritten()
            .build(),
        of("ostype")
            .to("operating_system.type", TEXT)
            .schemaDefault(new Text("unmanaged"))
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
            .build(),
        of("console").to("console.enabled", FLAG).defaultsTo(Flag.TRUE).build(),
        of("tty")
            .to("console.tty_count", WHOLE_NUMBER)
            .defaultsTo(Number.of(2))
            .alwaysWritten()
            .accepts(between(0, 6))
            .build(),
        of("cmode")
            .to("console.type", TEXT)
            .defaultsTo(new Text("tty"))
            .accepts(oneOf("console", "shell", "tty"))
            .build(),
        of("features", "nesting").to("features.nesting", FLAG).build(),
        of("features", "keyctl").to("features.keyctl", FLAG).build(),
        of("features", "fuse").to("features.fuse", FLAG).build(),
        of("features", "mknod").to("features.mknod", FLAG).build(),
        of("features", "mount")
            .to("features.mount", LIST)
            .accepts(each("cifs, nfs", type -> type.equals("cifs") || type.equals("nfs")))
            .build(),
        of("features", "force_rw_sys").unsupported(NO_ATTRIBUTE),
        of("@always").alwaysIgnored("timeout_clone", UNSET_BY_IMPORT),
        of("@always").alwaysIgnored("timeout_create", UNSET_BY_IMPORT),
        of("@always").alwaysIgnored("timeout_delete", UNSET_BY_IMPORT),
        of("@always").alwaysIgnored("timeout_start", UNSET_BY_IMPORT),
        of("@always").alwaysIgnored("timeout_update", UNSET_BY_IMPORT));
  }

  private static List<AttributeMapping> processorAndMemoryMappings() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .defaultsTo(Number.of(1))
            .alwaysWritten()
            .accepts(between(1, 128))
            .build(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 8192)).build(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 500000)).build(),
        of("arch")
            .to("cpu.architecture", TEXT)
            .defaultsTo(new Text("amd64"))
            .accepts(oneOf("amd64", "arm64", "armhf", "i386"))
            .build(),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .schemaDefault(Number.of(512))
            .alwaysWritten()
            .accepts(between(16, 268435456))
            .build(),
        of("swap").to("memory.swap", WHOLE_NUMBER).accepts(between(0, 268435456)).build());
  }

  private static List<AttributeMapping> unsupportedMappings() {
    return List.of(
        of("debug").unsupported(NO_ATTRIBUTE),
        of("lock").unsupported(NOT_READ),
        of("timezone").unsupported(NO_ATTRIBUTE),
        of("parent").unsupported("it describes a snapshot"),
        of("snaptime").unsupported("it describes a snapshot"),
        of("snapstate").unsupported("it describes a snapshot"),
        of(ContainerKeyPatterns.RAW_LINES)
            .unsupported("the provider reads only lxc.idmap among the raw lines"));
  }

  private static List<BlockRule> blocks() {
    return List.of(
        BlockRule.one("operating_system", DIFFERS),
        BlockRule.one("console", ContainerTable::holdsConsole),
        BlockRule.one("cpu", DIFFERS),
        BlockRule.one("memory", DIFFERS),
        BlockRule.one("disk", ALWAYS)
            .refusedWhen(
                context -> context.view().text("rootfs") == null,
                "the server has no root file system, but the provider assumes one"),
        BlockRule.each("mount_point", ContainerKeyPatterns.MOUNT_POINTS)
            .atMost(256)
            .refusedWhen(
                context ->
                    NaturalOrder.isLostOn(context.view().keys(ContainerKeyPatterns.MOUNT_POINTS)),
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
                context -> NaturalOrder.isLostOn(context.view().keys(ContainerKeyPatterns.DEVICES)),
                NO_STABLE_ORDER),
        BlockRule.each("idmap", ContainerKeyPatterns.ID_MAPS),
        BlockRule.one("startup", VmConstraints::holdsStartup));
  }

  // The provider also compares the type of the value, so only an explicit console=1 counts as the
  // default.
  private static boolean holdsConsole(DecodedBlock block, MappingContext context) {
    return block.differs() || context.view().text("console") == null;
  }

  private static boolean isReworded(String text) {
    return !(GoStrings.trim(text).replace("\r\n", "\n") + "\n").equals(text);
  }

  private static boolean isPlainEnvironment(HclValue value) {
    return value instanceof HclValue.TextMap map
        && map.texts().entrySet().stream()
            .allMatch(
                entry ->
                    entry.getKey().matches("\\w+")
                        && GuestConstraints.isPrintable(entry.getValue())
                        && !SecretNames.isLikelySecret(entry.getKey()));
  }
}
