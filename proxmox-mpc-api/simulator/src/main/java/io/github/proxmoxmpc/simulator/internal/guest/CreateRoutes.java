package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.TaskFailure;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.OptionSchema;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.storage.StorageAccess;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code POST /nodes/{node}/qemu} and {@code lxc}: creating guests. */
final class CreateRoutes {
  /** Parameters of the operation that are not part of the configuration. */
  private static final Set<String> CONTROLS =
      Set.of(
          "archive",
          "bwlimit",
          "force",
          "ha-managed",
          "import-working-storage",
          "live-restore",
          "pool",
          "start",
          "storage",
          "unique",
          "ignore-unpack-errors",
          "ostemplate",
          "password",
          "restore",
          "ssh-public-keys");

  private final GuestKind kind;

  private CreateRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    routes.on("POST /nodes/{node}/" + kind.path(), new CreateRoutes(kind)::create);
  }

  private Object create(RoutedCall call) {
    if (Restore.isAsked(call)) {
      return new Restore(call, kind).start();
    }
    int vmid = call.vmid();
    String poolId = call.text("pool");
    boolean allowed =
        call.identity().has("/vms/" + vmid, "VM.Allocate")
            || (poolId != null && call.identity().has("/pool/" + poolId, "VM.Allocate"));
    if (!allowed) {
      throw RefusalException.forbidden("");
    }
    checkUnused(call.cluster(), kind, vmid);
    ClusterPool pool = poolId == null ? null : call.cluster().pools().get(poolId);
    if (poolId != null && pool == null) {
      throw RefusalException.failure("no such pool '" + poolId + "'");
    }
    checkStorages(call);
    call.parameters()
        .forEach(
            (key, value) ->
                ConfigRoutes.checkAllowed(call.identity(), kind, key, value.toString()));
    return call.task(
        kind.taskPrefix() + "create",
        Integer.toString(vmid),
        task -> {
          checkTemplate(call);
          ClusterGuest guest =
              new ClusterGuest(vmid, kind, call.nodeName(), StoredConfig.parse(kind, ""));
          ConfigWriter writer = new ConfigWriter(call, guest).loggingTo(task::log);
          options(call).forEach(writer::set);
          if (kind == GuestKind.VM) {
            completeVm(call, guest);
          } else {
            completeContainer(call, guest, writer);
          }
          call.cluster().guests().put(vmid, guest);
          if (pool != null) {
            pool.guests().add(vmid);
          }
          startIfAsked(call, guest, task);
        });
  }

  /** Throws the server's error if the id is in use. */
  static void checkUnused(Cluster cluster, GuestKind kind, int vmid) {
    ClusterGuest other = cluster.guests().get(vmid);
    if (other != null) {
      throw RefusalException.failure(
          "unable to create "
              + kind.word()
              + " "
              + vmid
              + " - "
              + other.kind().word()
              + " "
              + vmid
              + " already exists on node '"
              + other.node()
              + "'");
    }
  }

  private void checkStorages(RoutedCall call) {
    call.parameters()
        .forEach(
            (key, value) -> {
              if (Drive.isKey(kind, key)) {
                Drive.parse(key, value.toString())
                    .volid()
                    .ifPresent(
                        volid ->
                            StorageAccess.active(call, volid.substring(0, volid.indexOf(':'))));
              }
            });
  }

  private void checkTemplate(RoutedCall call) {
    String template = call.text("ostemplate");
    if (template == null) {
      return;
    }
    int colon = template.indexOf(':');
    ClusterStorage storage =
        colon < 0 ? null : call.cluster().storages().get(template.substring(0, colon));
    if (storage == null || new VolumeCatalog(call.cluster()).find(storage, template).isEmpty()) {
      throw new TaskFailure(
          "unable to create CT " + call.vmid() + " - volume '" + template + "' does not exist");
    }
  }

  /** Returns the options of the configuration that a request sets. */
  static Map<String, String> options(RoutedCall call) {
    Map<String, String> options = new TreeMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              if (!CONTROLS.contains(name) && !OptionSchema.isControl(name)) {
                options.put(name.equals("cdrom") ? "ide2" : name, value.toString());
              }
            });
    return options;
  }

  private static void completeVm(RoutedCall call, ClusterGuest guest) {
    guest
        .config()
        .change(
            config -> {
              if (config.get("smbios1") == null) {
                config.set("smbios1", "uuid=" + call.cluster().newUuid());
              }
              if (config.get("vmgenid") == null) {
                config.set("vmgenid", call.cluster().newUuid());
              }
              config.set(
                  "meta", "creation-qemu=10.0.2,ctime=" + call.cluster().now().getEpochSecond());
              if (config.get("boot") == null) {
                config.set("boot", defaultBoot(guest));
              }
            });
  }

  // The first disk, the first CD-ROM drive and the first network interface (seen on 9.2.11).
  private static String defaultBoot(ClusterGuest guest) {
    List<String> order = new ArrayList<>();
    List<Drive> drives = Drive.all(GuestKind.VM, guest.config().current());
    drives.stream()
        .filter(drive -> !drive.isCdrom() && drive.key().matches("(?:ide|sata|scsi|virtio)\\d+"))
        .findFirst()
        .ifPresent(drive -> order.add(drive.key()));
    drives.stream().filter(Drive::isCdrom).findFirst().ifPresent(drive -> order.add(drive.key()));
    guest.config().current().keys().stream()
        .filter(key -> key.matches("net\\d+"))
        .findFirst()
        .ifPresent(order::add);
    return "order=" + String.join(";", order);
  }

  private static void completeContainer(RoutedCall call, ClusterGuest guest, ConfigWriter writer) {
    if (guest.config().current().get("rootfs") == null) {
      writer.set("rootfs", call.text("storage", "local") + ":4");
    }
    String template = call.text("ostemplate", "").toLowerCase(Locale.ROOT);
    guest
        .config()
        .change(
            config -> {
              config.set("arch", config.get("arch", "amd64"));
              config.set("hostname", config.get("hostname", "CT" + guest.vmid()));
              config.set("memory", config.get("memory", "512"));
              config.set("swap", config.get("swap", "512"));
              config.set("ostype", config.get("ostype", distribution(template)));
              if ("0".equals(config.get("unprivileged"))) {
                // The server omits a 0 (seen on 9.2.11).
                config.remove("unprivileged");
              }
            });
  }

  private static String distribution(String template) {
    for (String name :
        List.of(
            "debian",
            "devuan",
            "ubuntu",
            "centos",
            "fedora",
            "opensuse",
            "archlinux",
            "alpine",
            "gentoo",
            "nixos")) {
      if (template.contains(name)) {
        return name;
      }
    }
    return "unmanaged";
  }

  static void startIfAsked(RoutedCall call, ClusterGuest guest, WorkerTask task) {
    if (call.isTrue("start")) {
      guest.start(call.cluster().now());
      task.log("starting " + guest.kind().word() + " " + guest.vmid());
    }
  }
}
