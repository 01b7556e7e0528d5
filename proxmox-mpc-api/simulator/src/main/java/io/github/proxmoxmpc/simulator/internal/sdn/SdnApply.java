package io.github.proxmoxmpc.simulator.internal.sdn;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterNode;
import io.github.proxmoxmpc.simulator.internal.cluster.Tasks;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import io.github.proxmoxmpc.simulator.internal.store.SectionStore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the configuration to the nodes, or takes it back to the one in use. */
final class SdnApply {
  /** The path of each configuration by the name of the one in use. */
  private static final Map<String, String> STAGED =
      Map.of(
          "zones", SdnSections.ZONES,
          "vnets", SdnSections.VNETS,
          "subnets", VnetSections.SUBNETS,
          "controllers", SdnSections.CONTROLLERS,
          "fabrics", FabricSections.FABRICS,
          "fabric-nodes", FabricSections.NODES);

  private SdnApply() {}

  static Object apply(RoutedCall call) {
    SdnLock.check(call);
    SectionStore sections = call.cluster().sections();
    STAGED.forEach(
        (name, path) -> copy(sections.file(path), sections.file(SdnSections.running(name))));
    SdnLock.releaseIfWanted(call);
    String user = call.identity().id();
    return call.cluster()
        .tasks()
        .start(
            new Tasks.Order(call.cluster().nodes().firstKey(), "reloadnetworkall", "", user),
            task -> {
              for (ClusterNode node : call.cluster().nodes().values()) {
                if (node.online()) {
                  task.log(node.name() + ": reloading network config");
                  call.cluster()
                      .tasks()
                      .start(
                          new Tasks.Order(node.name(), "srvreload", "networking", user),
                          reload -> {});
                }
              }
            });
  }

  static @Nullable Object rollBack(RoutedCall call) {
    SdnLock.check(call);
    SectionStore sections = call.cluster().sections();
    STAGED.forEach(
        (name, path) -> copy(sections.file(SdnSections.running(name)), sections.file(path)));
    SdnLock.releaseIfWanted(call);
    return null;
  }

  private static void copy(SectionFile from, SectionFile to) {
    to.replaceAll(from.copy().all());
  }

  static boolean hasPendingChanges(RoutedCall call) {
    SectionStore sections = call.cluster().sections();
    return STAGED.entrySet().stream()
        .anyMatch(
            staged ->
                !sections
                    .file(staged.getValue())
                    .digest()
                    .equals(sections.file(SdnSections.running(staged.getKey())).digest()));
  }
}
