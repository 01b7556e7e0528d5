package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.WorkerTask;
import io.github.proxmoxmpc.simulator.internal.config.ConfigSection;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.OptionSchema;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.MalformedPropertyException;
import io.github.proxmoxmpc.simulator.internal.schema.ParsedPropertyString;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import io.github.proxmoxmpc.simulator.internal.volume.Drive;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeCatalog;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code .../clone} and {@code .../template}. */
final class CloneRoutes {
  private final GuestKind kind;

  private CloneRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    CloneRoutes clones = new CloneRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}";
    routes
        .on("POST " + path + "/clone", clones::clone)
        .on("POST " + path + "/template", clones::makeTemplate);
  }

  private Object clone(RoutedCall call) {
    ClusterGuest original = call.guest(kind);
    int newId = (int) call.number("newid", 0);
    String target = call.text("target", call.nodeName());
    if (!call.cluster().nodes().containsKey(target)) {
      throw RefusalException.failure("no such cluster node '" + target + "'");
    }
    CreateRoutes.checkUnused(call.cluster(), kind, newId);
    Locks.check(original);
    String snapshot = call.text("snapname");
    if (snapshot != null && original.config().snapshot(snapshot).isEmpty()) {
      throw RefusalException.failure("snapshot '" + snapshot + "' does not exist");
    }
    String poolId = call.text("pool");
    if (poolId != null && !call.cluster().pools().containsKey(poolId)) {
      throw RefusalException.failure("no such pool '" + poolId + "'");
    }
    boolean full = call.has("full") ? call.isTrue("full") : !original.isTemplate();
    if (!full && call.has("storage")) {
      throw RefusalException.parameter(
          "storage", "this parameter is not allowed for linked clones");
    }
    if (!full) {
      failIfNotLinkable(call, original);
    }
    String word = kind == GuestKind.VM ? "VM" : "container";
    return call.task(
        kind.taskPrefix() + "clone",
        Integer.toString(original.vmid()),
        task -> {
          task.log("creating a clone of " + word + " " + original.vmid() + " with ID " + newId);
          StoredConfig config = original.config().copy();
          if (snapshot != null) {
            config.rollback(snapshot);
          }
          config.forgetHistory();
          ClusterGuest copy = new ClusterGuest(newId, kind, target, config);
          copyDisks(call, copy, full, task);
          personalize(call, original, copy);
          call.cluster().guests().put(newId, copy);
          ClusterPool pool = poolId == null ? null : call.cluster().pools().get(poolId);
          if (pool != null) {
            pool.guests().add(newId);
          }
        });
  }

  private void failIfNotLinkable(RoutedCall call, ClusterGuest original) {
    String snapshot = call.text("snapname");
    ConfigSection config =
        snapshot == null
            ? original.config().current()
            : original.config().snapshot(snapshot).orElseThrow();
    VolumeFeatures features = new VolumeFeatures(call.cluster(), snapshot);
    for (Drive drive : VolumeFeatures.disks(original, config)) {
      String volid = drive.file();
      if (drive.isCloudInit() || features.has("clone", volid)) {
        continue;
      }
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "Linked clone feature is not supported for"
                  + (snapshot == null ? "" : " a snapshot of")
                  + " '"
                  + volid
                  + "' ("
                  + drive.key()
                  + ")"
              : "Linked clone feature for '" + volid + "' is not available");
    }
  }

  private void copyDisks(RoutedCall call, ClusterGuest copy, boolean full, WorkerTask task) {
    for (Drive drive : Drive.all(kind, copy.config().current())) {
      if (drive.key().startsWith("unused")) {
        copy.config().change(config -> config.remove(drive.key()));
        continue;
      }
      String volid = drive.volid().orElse(null);
      ClusterStorage source =
          volid == null
              ? null
              : call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
      boolean isDisc = drive.isCdrom() && !drive.isCloudInit();
      if (volid == null || source == null || isDisc) {
        continue;
      }
      String copied =
          full || drive.isCloudInit()
              ? copyWhole(call, copy, drive, source)
              : link(copy, drive, source);
      task.log(
          "create "
              + (full ? "full" : "linked")
              + " clone of "
              + (kind == GuestKind.VM ? "drive " : "mountpoint ")
              + drive.key()
              + " ("
              + volid
              + ")");
      copy.config()
          .change(config -> config.set(drive.key(), ConfigWriter.print(copied, drive.options())));
    }
  }

  private static String copyWhole(
      RoutedCall call, ClusterGuest copy, Drive drive, ClusterStorage source) {
    String wanted = call.text("storage");
    ClusterStorage target = wanted == null ? null : call.cluster().storages().get(wanted);
    if (wanted != null && target == null) {
      throw RefusalException.failure("storage '" + wanted + "' does not exist");
    }
    ClusterStorage onto = target == null ? source : target;
    String format =
        onto.isFileBased() ? call.text("format", VolumeCatalog.format(drive.file())) : "raw";
    VolumeCatalog volumes = new VolumeCatalog(call.cluster());
    String name = drive.isCloudInit() ? "cloudinit" : null;
    long size = drive.size().orElse(0L);
    return volumes.allocate(onto, copy, new VolumeCatalog.Disk(format, size, name, "vm-")).volid();
  }

  private static String link(ClusterGuest copy, Drive drive, ClusterStorage source) {
    String base = drive.file();
    String path = base.substring(base.indexOf(':') + 1);
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("^base(vol)?-\\d+-", "");
    String stem = VolumeCatalog.format(path).equals("subvol") ? "subvol-" : "vm-";
    String directory = source.isFileBased() ? copy.vmid() + "/" : "";
    String volid = base + "/" + directory + stem + copy.vmid() + "-" + name;
    String content = copy.kind() == GuestKind.VM ? "images" : "rootdir";
    source.add(
        new Volume(
            volid, content, VolumeCatalog.format(path), drive.size().orElse(0L), copy.vmid()));
    return volid;
  }

  private void personalize(RoutedCall call, ClusterGuest original, ClusterGuest copy) {
    String nameKey = kind == GuestKind.VM ? "name" : "hostname";
    String name = call.text(nameKey);
    String description = call.text("description");
    copy.config()
        .change(
            config -> {
              config.remove("template");
              config.remove("lock");
              if (name != null) {
                config.set(nameKey, name);
              } else if (kind == GuestKind.VM) {
                config.set(nameKey, "Copy-of-VM-" + original.name());
              }
              if (description != null) {
                config.set("description", description);
              }
              for (String key : config.keys()) {
                if (key.matches("net\\d+")) {
                  config.set(key, withNewMac(call, key, config.get(key, "")));
                }
              }
              if (kind == GuestKind.VM) {
                config.set("smbios1", withNewUuid(call, config.get("smbios1", "")));
                config.set("vmgenid", call.cluster().newUuid());
              }
            });
  }

  private String withNewMac(RoutedCall call, String key, String value) {
    Map<String, Property> parts =
        OptionSchema.of(kind).property(key).map(Property::parts).orElse(Map.of());
    try {
      return ParsedPropertyString.parse(parts, value)
          .with(kind == GuestKind.VM ? "macaddr" : "hwaddr", call.cluster().newMac())
          .toString();
    } catch (MalformedPropertyException e) {
      return value;
    }
  }

  private static String withNewUuid(RoutedCall call, String smbios) {
    String uuid = "uuid=" + call.cluster().newUuid();
    return smbios.contains("uuid=") ? smbios.replaceFirst("uuid=[^,]*", uuid) : uuid;
  }

  private @Nullable Object makeTemplate(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Locks.check(guest);
    String word = kind.word();
    if (guest.isTemplate()) {
      throw RefusalException.failure("you can't convert a template to a template");
    }
    if (guest.isRunning()) {
      throw RefusalException.failure(
          "you can't convert a " + word + " to template if the " + word + " is running");
    }
    if (kind == GuestKind.CONTAINER) {
      convert(call, guest);
      return null;
    }
    return call.task("qmtemplate", Integer.toString(guest.vmid()), task -> convert(call, guest));
  }

  private void convert(RoutedCall call, ClusterGuest guest) {
    for (Drive drive : Drive.all(kind, guest.config().current())) {
      String volid = drive.volid().orElse("");
      boolean isOwn = volid.contains("-" + guest.vmid() + "-");
      if (!isOwn || drive.isCdrom() || drive.key().startsWith("unused")) {
        continue;
      }
      ClusterStorage storage =
          call.cluster().storages().get(volid.substring(0, volid.indexOf(':')));
      String base =
          volid
              .replace("vm-" + guest.vmid() + "-", "base-" + guest.vmid() + "-")
              .replace("subvol-" + guest.vmid() + "-", "basevol-" + guest.vmid() + "-");
      if (storage != null) {
        Volume before = storage.volumes().remove(volid);
        if (before != null) {
          storage.add(
              new Volume(base, before.content(), before.format(), before.size(), before.vmid()));
        }
      }
      guest
          .config()
          .change(config -> config.set(drive.key(), ConfigWriter.print(base, drive.options())));
    }
    guest.config().change(config -> config.set("template", "1"));
  }
}
