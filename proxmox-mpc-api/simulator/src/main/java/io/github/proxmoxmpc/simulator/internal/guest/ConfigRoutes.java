package io.github.proxmoxmpc.simulator.internal.guest;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterGuest;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import io.github.proxmoxmpc.simulator.internal.config.OptionSchema;
import io.github.proxmoxmpc.simulator.internal.config.PendingChanges;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code .../config} and {@code .../pending}. */
final class ConfigRoutes {
  /**
   * Keys that no token may write, not even a token of root@pam (seen on 9.2.11). A container's arch
   * is not among them: the Terraform provider sets it with a token.
   */
  private static final Set<String> ONLY_FOR_ROOT_ON_VMS =
      Set.of("args", "lock", "hookscript", "arch", "vmgenid");

  private static final Set<String> ONLY_FOR_ROOT_ON_CONTAINERS = Set.of("lock", "hookscript");

  private final GuestKind kind;

  private ConfigRoutes(GuestKind kind) {
    this.kind = kind;
  }

  static void addTo(Routes routes, GuestKind kind) {
    ConfigRoutes config = new ConfigRoutes(kind);
    String path = "/nodes/{node}/" + kind.path() + "/{vmid}";
    routes
        .on("GET " + path + "/config", config::read)
        .on("PUT " + path + "/config", config::update)
        .on("GET " + path + "/pending", call -> call.guest(kind).config().pendingResponse());
    if (kind == GuestKind.VM) {
      routes.on("POST " + path + "/config", config::updateInTask);
    }
  }

  private Map<String, @Nullable Object> read(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    String snapshot = call.text("snapshot");
    if (snapshot == null) {
      return guest
          .config()
          .response(call.isTrue("current") ? PendingChanges.LEFT_OUT : PendingChanges.APPLIED);
    }
    if (call.has("current")) {
      throw RefusalException.parameter(
          "snapshot", "cannot use 'snapshot' parameter with 'current'");
    }
    Map<String, @Nullable Object> response =
        guest
            .config()
            .snapshotResponse(snapshot)
            .orElseThrow(
                () -> RefusalException.failure("snapshot '" + snapshot + "' does not exist"));
    response.put("digest", guest.config().digest());
    return response;
  }

  private @Nullable Object update(RoutedCall call) {
    Changes changes = checked(call);
    apply(call, changes);
    return null;
  }

  private Object updateInTask(RoutedCall call) {
    Changes changes = checked(call);
    String options =
        changes.values().entrySet().stream()
            .map(entry -> "-" + entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" "));
    return call.task(
        "qmconfig",
        Integer.toString(call.vmid()),
        task -> {
          task.log("update VM " + call.vmid() + ": " + options);
          apply(call, changes);
        });
  }

  /**
   * The requested changes.
   *
   * @param values keys with their new values
   * @param deletions keys to delete
   * @param reverts keys whose pending change is discarded
   */
  private record Changes(
      Map<String, String> values, List<String> deletions, List<String> reverts) {}

  private Changes checked(RoutedCall call) {
    ClusterGuest guest = call.guest(kind);
    Map<String, String> values = new LinkedHashMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              if (!OptionSchema.isControl(name)) {
                values.put(name.equals("cdrom") ? "ide2" : name, value.toString());
              }
            });
    List<String> deletions = call.list("delete");
    List<String> reverts = call.list("revert");
    if (values.isEmpty() && deletions.isEmpty() && reverts.isEmpty()) {
      throw RefusalException.failure("no options specified");
    }
    for (String key : deletions) {
      if (OptionSchema.of(kind).find(key).isEmpty()) {
        throw RefusalException.parameter("delete", "unknown option '" + key + "'");
      }
      if (values.containsKey(key)) {
        throw RefusalException.parameter(
            "delete", "unable to use '-" + key + "' and '-delete " + key + "' at the same time");
      }
    }
    values.forEach((key, value) -> checkAllowed(call.identity(), kind, key, value));
    deletions.forEach(key -> checkAllowed(call.identity(), kind, key, ""));
    if (!call.isTrue("skiplock")) {
      Locks.check(guest);
    }
    String digest = call.text("digest");
    if (digest != null && !digest.equals(guest.config().digest())) {
      throw RefusalException.failure(
          kind == GuestKind.VM
              ? "checksum mismatch (file change by other user?)"
              : "detected modified configuration - file changed by other user? Try again.");
    }
    return new Changes(values, deletions, reverts);
  }

  static void checkAllowed(Identity identity, GuestKind kind, String key, String value) {
    if (identity.isRoot()) {
      return;
    }
    boolean isForRoot =
        (kind == GuestKind.VM ? ONLY_FOR_ROOT_ON_VMS : ONLY_FOR_ROOT_ON_CONTAINERS).contains(key);
    if (isForRoot) {
      throw RefusalException.failure("only root can set '" + key + "' config");
    }
    boolean isOtherFeature = !value.isEmpty() && !value.matches("nesting=[01]");
    if (kind == GuestKind.CONTAINER && key.equals("features") && isOtherFeature) {
      throw new RefusalException(
          403,
          "Permission check failed (changing feature flags (except nesting) is only allowed for"
              + " root@pam)");
    }
  }

  private void apply(RoutedCall call, Changes changes) {
    ClusterGuest guest = call.guest(kind);
    ConfigWriter writer = new ConfigWriter(call, guest);
    changes.reverts().forEach(guest.config()::revert);
    changes.deletions().forEach(writer::delete);
    changes.values().forEach(writer::set);
  }
}
