package io.github.proxmoxmpc.simulator.internal.notification;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionChange;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code /cluster/notifications}, after PVE::API2::Cluster::Notifications of 9.2 and the library
 * proxmox-notify. Nothing is sent.
 */
public final class NotificationRoutes {
  private static final String ROOT = "/cluster/notifications";
  private static final String MATCHERS = ROOT + "/matchers";
  private static final List<String> ENDPOINTS = List.of("gotify", "sendmail", "smtp", "webhook");
  private static final String ORIGIN = "origin";
  private static final List<String> TYPES =
      List.of("package-updates", "fencing", "replication", "vzdump", "system-mail");

  private NotificationRoutes() {}

  /** Adds the routes, and the target and the matcher that every cluster has. */
  public static void addTo(Routes routes, Cluster cluster) {
    for (String type : ENDPOINTS) {
      SectionRoutes.addTo(routes, endpoint(type));
    }
    SectionRoutes.addTo(routes, matcher());
    routes
        .on("GET " + ROOT + "/targets", NotificationRoutes::targets)
        .on("POST " + ROOT + "/targets/{name}/test", NotificationRoutes::test)
        .on("GET " + ROOT + "/matcher-fields", call -> named("type", "hostname", "job-id"))
        .on("GET " + ROOT + "/matcher-field-values", NotificationRoutes::fieldValues);
    cluster
        .sections()
        .file(path("sendmail"))
        .put(
            new Section("mail-to-root")
                .set("mailto-user", List.of("root@pam"))
                .set("comment", "Send mails to root@pam's email address")
                .set(ORIGIN, "builtin"));
    cluster
        .sections()
        .file(MATCHERS)
        .put(
            new Section("default-matcher")
                .set("mode", "all")
                .set("target", List.of("mail-to-root"))
                .set("comment", "Route all notifications to mail-to-root")
                .set(ORIGIN, "builtin"));
  }

  private static String path(String type) {
    return ROOT + "/endpoints/" + type;
  }

  private static SectionType endpoint(String type) {
    return entity(path(type) + "/{name}", "endpoint")
        .secret("token password")
        .rendered("secret", NotificationRoutes::withoutValues)
        .check(NotificationRoutes::requireUniqueName)
        .check(NotificationRoutes::requireUnused);
  }

  private static SectionType matcher() {
    return entity(MATCHERS + "/{name}", "matcher").check(NotificationRoutes::requireTargets);
  }

  private static SectionType entity(String path, String noun) {
    return SectionType.at(path)
        .digestAlgorithm("SHA-256")
        .exists(NotificationRoutes::exists)
        .missing(name -> new RefusalException(404, noun + " '" + name + "' not found"))
        .unknownOption(option -> null)
        .check(NotificationRoutes::setOrigin);
  }

  private static RefusalException exists(String name) {
    return new RefusalException(
        400, "Cannot create '" + name + "', an entity with the same name already exists");
  }

  private static void setOrigin(SectionChange change) {
    if (change.creates()) {
      change.section().set(ORIGIN, "user-created");
    } else if (!change.deletes() && "builtin".equals(change.section().text(ORIGIN))) {
      change.section().set(ORIGIN, "modified-builtin");
    }
  }

  private static void requireUniqueName(SectionChange change) {
    String name = change.section().id();
    if (change.creates()
        && ENDPOINTS.stream()
            .anyMatch(type -> change.call().cluster().sections().file(path(type)).has(name))) {
      throw exists(name);
    }
  }

  private static void requireUnused(SectionChange change) {
    String name = change.section().id();
    Set<String> users = new TreeSet<>();
    for (Section matcher : change.call().cluster().sections().file(MATCHERS).all()) {
      if (change.deletes() && targets(matcher).contains(name)) {
        users.add(matcher.id());
      }
    }
    if (!users.isEmpty()) {
      throw new RefusalException(
          400, "cannot delete '" + name + "', referenced by: " + String.join(", ", users));
    }
  }

  private static void requireTargets(SectionChange change) {
    if (change.deletes()) {
      return;
    }
    for (Object target : targets(change.section())) {
      String name = target.toString();
      if (ENDPOINTS.stream()
          .noneMatch(type -> change.call().cluster().sections().file(path(type)).has(name))) {
        throw new RefusalException(404, "endpoint '" + name + "' does not exist");
      }
    }
  }

  private static List<?> targets(Section matcher) {
    return matcher.options().get("target") instanceof List<?> targets ? targets : List.of();
  }

  // The server shows which secrets exist, and not their values.
  private static @Nullable Object withoutValues(@Nullable Object secrets) {
    return secrets instanceof List<?> list
        ? list.stream().map(one -> one.toString().replaceAll(",?value=[^,]*", "")).toList()
        : secrets;
  }

  private static List<Map<String, @Nullable Object>> targets(RoutedCall call) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (String type : ENDPOINTS) {
      for (Section endpoint : call.cluster().sections().file(path(type)).all()) {
        rows.add(
            new JsonMap()
                .put("name", endpoint.id())
                .put("type", type)
                .put(ORIGIN, endpoint.text(ORIGIN))
                .putIfPresent("comment", endpoint.text("comment"))
                .putIfPresent("disable", endpoint.isTrue("disable") ? 1 : null)
                .build());
      }
    }
    return rows;
  }

  private static @Nullable Object test(RoutedCall call) {
    String name = call.required("name");
    if (ENDPOINTS.stream()
        .noneMatch(type -> call.cluster().sections().file(path(type)).has(name))) {
      throw new RefusalException(404, "endpoint '" + name + "' does not exist");
    }
    return null;
  }

  private static List<Map<String, String>> named(String... names) {
    return Arrays.stream(names).map(name -> Map.of("name", name)).toList();
  }

  private static List<Map<String, @Nullable Object>> fieldValues(RoutedCall call) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    TYPES.forEach(type -> rows.add(value("type", type).build()));
    if (call.identity().has("/", "Sys.Audit")) {
      for (Section job : call.cluster().sections().file("/cluster/backup").all()) {
        rows.add(value("job-id", job.id()).put("comment", job.text("comment")).build());
      }
    }
    call.cluster().nodes().keySet().forEach(node -> rows.add(value("hostname", node).build()));
    return rows;
  }

  private static JsonMap value(String field, String value) {
    return new JsonMap().put("field", field).put("value", value);
  }
}
