package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.Acceptance.atLeast;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.between;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.each;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.oneOf;
import static io.github.proxmoxmpc.iac.terraform.Acceptance.text;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.ALWAYS;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.DIFFERS;
import static io.github.proxmoxmpc.iac.terraform.BlockRule.KEYED;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ADDRESSES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ENVIRONMENT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.FLAG;
import static io.github.proxmoxmpc.iac.terraform.Conversion.GIBIBYTES;
import static io.github.proxmoxmpc.iac.terraform.Conversion.ID_TYPE;
import static io.github.proxmoxmpc.iac.terraform.Conversion.LIST;
import static io.github.proxmoxmpc.iac.terraform.Conversion.NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.STORAGE_OR_ALL;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TAGS;
import static io.github.proxmoxmpc.iac.terraform.Conversion.TEXT;
import static io.github.proxmoxmpc.iac.terraform.Conversion.WHOLE_NUMBER;
import static io.github.proxmoxmpc.iac.terraform.Conversion.word;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.hcl.HclValue.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a container becomes a {@code proxmox_virtual_environment_container}: every key that {@code
 * GET /nodes/{node}/lxc/{vmid}/config} can answer in Proxmox VE 9.2, and every part of it, measured
 * with bpg/proxmox 0.112.0 and Terraform 1.11.
 */
final class ContainerTable {
  static final String TYPE = "proxmox_virtual_environment_container";

  private static final String NO_ATTRIBUTE = "the provider has no attribute for it";
  private static final String NOT_READ = "the provider does not read it";
  private static final String UNSET_BY_IMPORT =
      "an import leaves the time limits unset, and the provider then wants its defaults";
  private static final String NO_STABLE_ORDER =
      "the provider sorts numbers of three digits among those of two, each time in another order";
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x10-\\x1F\\x7F]");

  static final Family NETS = Family.numbered("net");
  static final Family MOUNT_POINTS = Family.numbered("mp");
  static final Family DEVICES = Family.numbered("dev");

  private static final Family ADDRESSED_NETS =
      NETS.that("(with an address) net[n]", ContainerTable::hasAddress);
  private static final Family ID_MAPS =
      new Family("lxc.idmap", (guest, key) -> key.startsWith("lxc.idmap#"));
  private static final Family RAW_LINES =
      new Family("lxc.*", (guest, key) -> key.startsWith("lxc.") && !key.startsWith("lxc.idmap#"));

  static final MappingTable TABLE =
      new MappingTable(TYPE, rows(), blocks(), ContainerObstacles.ROWS);

  private ContainerTable() {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.addAll(containerRows());
    rows.addAll(processorAndMemoryRows());
    rows.addAll(volumeRows());
    rows.addAll(networkRows());
    rows.addAll(deviceRows());
    rows.addAll(unseenRows());
    return rows;
  }

  /** The resource itself. */
  private static List<Row> containerRows() {
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
                new Acceptance(
                    "names of letters, digits and '_', values without control characters,"
                        + " and no secret",
                    (value, context) -> isPlainEnvironment(value)))
            .row(),
        of("startup", "order").to("startup.order", WHOLE_NUMBER).both(number(-1)).always().row(),
        of("startup", "up").to("startup.up_delay", WHOLE_NUMBER).both(number(-1)).always().row(),
        of("startup", "down")
            .to("startup.down_delay", WHOLE_NUMBER)
            .both(number(-1))
            .always()
            .row(),
        of("startup").unseen("the provider reads order=, up= and down= only"),
        of("@always").to("operating_system.template_file_id", TEXT).uncounted().always().row(),
        of("ostype")
            .to("operating_system.type", TEXT)
            .preset(textOf("unmanaged"))
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
            .both(number(2))
            .always()
            .accepts(between(0, 6))
            .row(),
        of("cmode")
            .to("console.type", TEXT)
            .both(textOf("tty"))
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

  private static List<Row> processorAndMemoryRows() {
    return List.of(
        of("cores")
            .to("cpu.cores", WHOLE_NUMBER)
            .both(number(1))
            .always()
            .accepts(between(1, 128))
            .row(),
        of("cpulimit").to("cpu.limit", NUMBER).accepts(between(0, 8192)).row(),
        of("cpuunits").to("cpu.units", WHOLE_NUMBER).computed().accepts(between(1, 500000)).row(),
        of("arch")
            .to("cpu.architecture", TEXT)
            .both(textOf("amd64"))
            .accepts(oneOf("amd64", "arm64", "armhf", "i386"))
            .row(),
        of("memory")
            .to("memory.dedicated", WHOLE_NUMBER)
            .preset(number(512))
            .always()
            .accepts(between(16, 268435456))
            .row(),
        of("swap").to("memory.swap", WHOLE_NUMBER).accepts(between(0, 268435456)).row());
  }

  private static List<Row> volumeRows() {
    Family mounts = MOUNT_POINTS;
    Acceptance options = each("options that are not empty", option -> !option.isEmpty());
    return List.of(
        of("rootfs", "volume")
            .bare()
            .to("disk.datastore_id", STORAGE_OR_ALL)
            .preset(textOf("local"))
            .always()
            .row(),
        of("rootfs", "size")
            .to("disk.size", GIBIBYTES)
            .preset(number(4))
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
        row(mounts, "volume").bareOnly().to("mount_point.volume", TEXT).always().row(),
        row(mounts, "mp").to("mount_point.path", TEXT).always().row(),
        row(mounts, "size").to("mount_point.size", TEXT).accepts(GuestRules.SIZE).row(),
        row(mounts, "acl").to("mount_point.acl", FLAG).row(),
        row(mounts, "backup").to("mount_point.backup", FLAG).row(),
        row(mounts, "quota").to("mount_point.quota", FLAG).row(),
        row(mounts, "replicate").to("mount_point.replicate", FLAG).both(Flag.TRUE).row(),
        row(mounts, "ro").to("mount_point.read_only", FLAG).row(),
        row(mounts, "shared").to("mount_point.shared", FLAG).row(),
        row(mounts, "mountoptions").to("mount_point.mount_options", LIST).row(),
        row(mounts, "idmap").unseen(NO_ATTRIBUTE),
        row(mounts, "keepattrs").unseen(NO_ATTRIBUTE),
        row(Family.numbered("unused")).unseen(NO_ATTRIBUTE));
  }

  private static List<Row> networkRows() {
    Family nets = NETS;
    return List.of(
        row(nets, "name").bare().to("network_interface.name", TEXT).always().row(),
        row(nets, "bridge")
            .to("network_interface.bridge", TEXT)
            .preset(textOf("vmbr0"))
            .always()
            .row(),
        row(nets, "hwaddr")
            .to("network_interface.mac_address", TEXT)
            .computed()
            .accepts(GuestRules.MAC_ADDRESS)
            .row(),
        row(nets, "firewall").to("network_interface.firewall", FLAG).row(),
        row(nets, "host-managed").to("network_interface.host_managed", FLAG).row(),
        row(nets, "mtu").to("network_interface.mtu", WHOLE_NUMBER).row(),
        row(nets, "rate").to("network_interface.rate_limit", NUMBER).row(),
        row(nets, "tag").to("network_interface.vlan_id", WHOLE_NUMBER).row(),
        row(nets, "ip").to("initialization.ip_config.ipv4.address", TEXT).row(),
        row(nets, "gw").to("initialization.ip_config.ipv4.gateway", TEXT).row(),
        row(nets, "ip6").to("initialization.ip_config.ipv6.address", TEXT).row(),
        row(nets, "gw6").to("initialization.ip_config.ipv6.gateway", TEXT).row(),
        row(nets, "link_down").unseen(NO_ATTRIBUTE),
        row(nets, "trunks").unseen(NO_ATTRIBUTE),
        row(nets, "type").unseen(NO_ATTRIBUTE),
        of("hostname").to("initialization.hostname", TEXT).accepts(GuestRules.DNS_NAME).row(),
        of("entrypoint")
            .to("initialization.entrypoint", TEXT)
            .accepts(text("no control characters", t -> !CONTROL.matcher(t).find()))
            .row(),
        of("searchdomain").to("initialization.dns.domain", TEXT).row(),
        of("nameserver")
            .to("initialization.dns.servers", ADDRESSES)
            .accepts(GuestRules.IP_ADDRESSES)
            .row());
  }

  private static List<Row> deviceRows() {
    return List.of(
        row(DEVICES, "path")
            .bare()
            .to("device_passthrough.path", TEXT)
            .accepts(text("a path", path -> !path.isEmpty()))
            .required(textOf("/dev/null"))
            .always()
            .row(),
        row(DEVICES, "deny-write").to("device_passthrough.deny_write", FLAG).row(),
        row(DEVICES, "uid")
            .to("device_passthrough.uid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        row(DEVICES, "gid")
            .to("device_passthrough.gid", WHOLE_NUMBER)
            .accepts(between(0, Integer.MAX_VALUE))
            .row(),
        row(DEVICES, "mode")
            .to("device_passthrough.mode", TEXT)
            .both(textOf("0660"))
            .accepts(text("an octal mode", mode -> mode.matches(".*0[0-7]{3}.*")))
            .row(),
        row(ID_MAPS).to("idmap.type", ID_TYPE).remedy(ID_MAP).row(),
        idMapNumber("container_id", 1, 0),
        idMapNumber("host_id", 2, 0),
        idMapNumber("size", 3, 1));
  }

  private static Row idMapNumber(String attribute, int word, int least) {
    return row(ID_MAPS)
        .to("idmap." + attribute, word(word))
        .always()
        .accepts(atLeast(least))
        .required(number(least))
        .remedy(ID_MAP)
        .row();
  }

  private static final String ID_MAP = "write it as 'u 0 100000 65536'";

  private static List<Row> unseenRows() {
    return List.of(
        of("debug").unseen(NO_ATTRIBUTE),
        of("lock").unseen(NOT_READ),
        of("timezone").unseen(NO_ATTRIBUTE),
        of("parent").unseen("it belongs to snapshots"),
        of("snaptime").unseen("it belongs to snapshots"),
        of("snapstate").unseen("it belongs to snapshots"),
        row(RAW_LINES).unseen("of the raw lines the provider reads lxc.idmap only"));
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
        BlockRule.each("mount_point", MOUNT_POINTS)
            .atMost(256)
            .refusedWhen(
                context -> NaturalOrder.isLostOn(context.guest().keys(MOUNT_POINTS)),
                NO_STABLE_ORDER),
        BlockRule.each("network_interface", NETS).atMost(10),
        BlockRule.one("initialization", ALWAYS),
        BlockRule.one("initialization.dns", KEYED),
        BlockRule.each("initialization.ip_config", ADDRESSED_NETS).atMost(10),
        BlockRule.one("initialization.ip_config.ipv4", KEYED),
        BlockRule.one("initialization.ip_config.ipv6", KEYED),
        BlockRule.one("features", DIFFERS),
        BlockRule.each("device_passthrough", DEVICES)
            .atMost(128)
            .refusedWhen(
                context -> NaturalOrder.isLostOn(context.guest().keys(DEVICES)), NO_STABLE_ORDER),
        BlockRule.each("idmap", ID_MAPS),
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

  static boolean hasAddress(GuestView guest, String key) {
    return guest.part(key, "ip") != null
        || guest.part(key, "gw") != null
        || guest.part(key, "ip6") != null
        || guest.part(key, "gw6") != null;
  }

  private static boolean isPlainEnvironment(HclValue value) {
    return value instanceof HclValue.TextMap map
        && map.texts().entrySet().stream()
            .allMatch(
                entry ->
                    entry.getKey().matches("\\w+")
                        && !CONTROL.matcher(entry.getValue()).find()
                        && !Secrets.looksSecret(entry.getKey()));
  }

  private static Row.Draft of(String key) {
    return Row.of(Family.of(key));
  }

  private static Row.Draft of(String key, String part) {
    return Row.of(Family.of(key), part);
  }

  private static Row.Draft row(Family family) {
    return Row.of(family);
  }

  private static Row.Draft row(Family family, String part) {
    return Row.of(family, part);
  }

  private static HclValue textOf(String text) {
    return new HclValue.Text(text);
  }

  private static HclValue number(long value) {
    return HclValue.Number.of(value);
  }
}
