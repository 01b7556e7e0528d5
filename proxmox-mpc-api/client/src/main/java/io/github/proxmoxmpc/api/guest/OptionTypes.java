package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.format.Agent;
import io.github.proxmoxmpc.api.format.AmdSev;
import io.github.proxmoxmpc.api.format.Audio;
import io.github.proxmoxmpc.api.format.BootOrder;
import io.github.proxmoxmpc.api.format.ContainerFeatures;
import io.github.proxmoxmpc.api.format.ContainerNetwork;
import io.github.proxmoxmpc.api.format.Cpu;
import io.github.proxmoxmpc.api.format.CustomCloudInit;
import io.github.proxmoxmpc.api.format.DevicePassthrough;
import io.github.proxmoxmpc.api.format.Disk;
import io.github.proxmoxmpc.api.format.EfiDisk;
import io.github.proxmoxmpc.api.format.HostPci;
import io.github.proxmoxmpc.api.format.IntelTdx;
import io.github.proxmoxmpc.api.format.IpConfig;
import io.github.proxmoxmpc.api.format.Machine;
import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.format.MountPoint;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.format.Numa;
import io.github.proxmoxmpc.api.format.Rng;
import io.github.proxmoxmpc.api.format.RootFs;
import io.github.proxmoxmpc.api.format.SharedMemory;
import io.github.proxmoxmpc.api.format.Smbios;
import io.github.proxmoxmpc.api.format.SpiceEnhancements;
import io.github.proxmoxmpc.api.format.Startup;
import io.github.proxmoxmpc.api.format.TpmState;
import io.github.proxmoxmpc.api.format.UnusedDisk;
import io.github.proxmoxmpc.api.format.UnusedVolume;
import io.github.proxmoxmpc.api.format.UsbDevice;
import io.github.proxmoxmpc.api.format.Vga;
import io.github.proxmoxmpc.api.format.VirtioFs;
import io.github.proxmoxmpc.api.format.Watchdog;
import io.github.proxmoxmpc.api.json.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the options of a guest are read whose values may be spelled in several ways: flags, numbers
 * with a fraction, property strings.
 */
final class OptionTypes {
  static final OptionTypes VM =
      new OptionTypes(
          Map.ofEntries(
              Map.entry("agent", Agent.TYPE),
              Map.entry("amd-sev", AmdSev.TYPE),
              Map.entry("audio0", Audio.TYPE),
              Map.entry("boot", BootOrder.TYPE),
              Map.entry("cdrom", Disk.TYPE),
              Map.entry("cicustom", CustomCloudInit.TYPE),
              Map.entry("cpu", Cpu.TYPE),
              Map.entry("efidisk0", EfiDisk.TYPE),
              Map.entry("hostpci[n]", HostPci.TYPE),
              Map.entry("ide[n]", Disk.TYPE),
              Map.entry("intel-tdx", IntelTdx.TYPE),
              Map.entry("ipconfig[n]", IpConfig.TYPE),
              Map.entry("ivshmem", SharedMemory.TYPE),
              Map.entry("machine", Machine.TYPE),
              Map.entry("memory", Memory.TYPE),
              Map.entry("net[n]", NetworkDevice.TYPE),
              Map.entry("numa[n]", Numa.TYPE),
              Map.entry("rng0", Rng.TYPE),
              Map.entry("sata[n]", Disk.TYPE),
              Map.entry("scsi[n]", Disk.TYPE),
              Map.entry("smbios1", Smbios.TYPE),
              Map.entry("spice_enhancements", SpiceEnhancements.TYPE),
              Map.entry("startup", Startup.TYPE),
              Map.entry("tpmstate0", TpmState.TYPE),
              Map.entry("unused[n]", UnusedDisk.TYPE),
              Map.entry("usb[n]", UsbDevice.TYPE),
              Map.entry("vga", Vga.TYPE),
              Map.entry("virtio[n]", Disk.TYPE),
              Map.entry("virtiofs[n]", VirtioFs.TYPE),
              Map.entry("watchdog", Watchdog.TYPE)),
          List.of(
              "acpi",
              "allow-ksm",
              "autostart",
              "ciupgrade",
              "freeze",
              "keephugepages",
              "kvm",
              "localtime",
              "numa",
              "onboot",
              "protection",
              "reboot",
              "tablet",
              "tdf",
              "template"),
          List.of("cpulimit", "migrate_downtime"));

  static final OptionTypes CONTAINER =
      new OptionTypes(
          Map.ofEntries(
              Map.entry("dev[n]", DevicePassthrough.TYPE),
              Map.entry("features", ContainerFeatures.TYPE),
              Map.entry("mp[n]", MountPoint.TYPE),
              Map.entry("net[n]", ContainerNetwork.TYPE),
              Map.entry("rootfs", RootFs.TYPE),
              Map.entry("startup", Startup.TYPE),
              Map.entry("unused[n]", UnusedVolume.TYPE)),
          List.of("console", "debug", "onboot", "protection", "template", "unprivileged"),
          List.of("cpulimit"));

  private static final Pattern NUMBER = Pattern.compile("\\d+$");

  private final Map<String, FieldType<?>> types;

  private OptionTypes(
      Map<String, FieldType<?>> propertyStrings, List<String> flags, List<String> numbers) {
    types = new HashMap<>(propertyStrings);
    flags.forEach(flag -> types.put(flag, FieldType.BOOLEAN));
    numbers.forEach(number -> types.put(number, FieldType.DOUBLE));
  }

  /** The options, as the schema names them: {@code net[n]}. */
  Set<String> names() {
    return types.keySet();
  }

  /** How an option is read; null where only its own text says what it says. */
  @Nullable FieldType<?> of(String key) {
    FieldType<?> type = types.get(key);
    return type != null ? type : types.get(NUMBER.matcher(key).replaceFirst("[n]"));
  }
}
