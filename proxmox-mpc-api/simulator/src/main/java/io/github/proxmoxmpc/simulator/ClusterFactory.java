package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.backup.ArchivedGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterPool;
import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.cluster.VolumeFacts;
import io.github.proxmoxmpc.simulator.internal.config.StoredConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.volume.VolumeName;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates a cluster from an estate. */
final class ClusterFactory {
  private static final Logger LOG = LoggerFactory.getLogger(ClusterFactory.class);
  private static final long GIB = 1024L * 1024 * 1024;
  private static final ClusterNode.Hardware HARDWARE =
      new ClusterNode.Hardware(16, 64 * GIB, 500 * GIB);
  private static final Pattern OWNER =
      Pattern.compile(
          "(?:vm|base|subvol|basevol|vzdump-(?:qemu|lxc))-(\\d+)-|backup/(?:vm|ct)/(\\d+)/");

  private ClusterFactory() {}

  static Cluster of(EstateParts estate, Clock clock) {
    Cluster cluster = new Cluster("simulated", clock);
    int id = 0;
    for (EstateParts.Node node : estate.nodes()) {
      id++;
      cluster
          .nodes()
          .put(
              node.name(),
              new ClusterNode(node.name(), id, "192.0.2." + (10 + id), node.online(), HARDWARE));
    }
    estate
        .storages()
        .values()
        .forEach(storage -> cluster.storages().put(storage.id(), of(storage)));
    estate.guests().values().forEach(guest -> cluster.guests().put(guest.vmid(), of(guest, clock)));
    cluster.storages().values().forEach(storage -> fillBackups(cluster, storage));
    for (EstateParts.Pool pool : estate.pools()) {
      cluster.pools().put(pool.id(), of(pool));
    }
    EstateAccounts.addTo(cluster.accounts(), estate);
    estate.data().forEach((path, json) -> cluster.data().put(path, JsonCodec.read(json)));
    return cluster;
  }

  private static ClusterStorage of(EstateParts.Storage definition) {
    ClusterStorage storage = new ClusterStorage(definition.id(), definition.options());
    storage.setReachable(definition.reachable());
    for (EstateParts.Volume volume : definition.volumes()) {
      Matcher owner = OWNER.matcher(volume.volid());
      Integer vmid = owner.find() ? Integer.valueOf(owner.group().replaceAll("\\D", "")) : null;
      storage.add(
          new Volume(
              volume.volid(),
              volume.content(),
              VolumeName.listedFormat(
                  volume.content(), volume.volid().substring(volume.volid().indexOf(':') + 1)),
              volume.size(),
              vmid));
    }
    return storage;
  }

  private static void fillBackups(Cluster cluster, ClusterStorage storage) {
    for (Volume volume : storage.volumes().values()) {
      Integer owner = volume.vmid();
      ClusterGuest guest = owner == null ? null : cluster.guests().get(owner);
      if (volume.content().equals("backup") && guest != null) {
        String configuration = new ArchivedGuest(guest).configuration();
        storage.setFacts(volume.volid(), VolumeFacts.UNKNOWN.withConfiguration(configuration));
      }
    }
  }

  private static ClusterGuest of(EstateParts.Guest definition, Clock clock) {
    StoredConfig config = StoredConfig.parse(definition.kind(), definition.configuration());
    for (String warning : config.warnings()) {
      LOG.warn("{} {}: {}", definition.kind().word(), definition.vmid(), warning);
    }
    ClusterGuest guest =
        new ClusterGuest(definition.vmid(), definition.kind(), definition.node(), config);
    if (definition.running()) {
      guest.startAsFound(clock.instant());
    }
    guest.setAddresses(definition.addresses());
    guest.setAgentResponds(definition.agentResponds());
    return guest;
  }

  private static ClusterPool of(EstateParts.Pool definition) {
    ClusterPool pool = new ClusterPool(definition.id(), definition.comment());
    for (String member : definition.members()) {
      if (member.matches("\\d+")) {
        pool.guests().add(Integer.valueOf(member));
      } else {
        pool.storages().add(member);
      }
    }
    return pool;
  }
}
