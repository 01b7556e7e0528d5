package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.account.AclPaths;
import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the privileges that the schema requires, after check_api2_permissions of
 * PVE::RPCEnvironment. The check comes before the parameters are verified and before anybody looks
 * whether the object exists.
 */
final class PermissionCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)\\}");
  private static final Pattern USER = Pattern.compile("[^\\s:/]+@([A-Za-z][A-Za-z0-9.\\-_]+)");
  private static final String GROUPS = "/access/groups";

  private final UserConfig config;
  private final Identity identity;
  private final Map<String, Object> parameters;

  PermissionCheck(UserConfig config, Identity identity, Map<String, Object> parameters) {
    this.config = config;
    this.identity = identity;
    this.parameters = parameters;
  }

  void check(Map<String, @Nullable Object> permissions) {
    Object users = permissions.get("user");
    if (identity.equals(Identity.NOBODY)) {
      if (!"world".equals(users)) {
        throw RefusalException.forbidden("user != null");
      }
      return;
    }
    if (identity.isRoot()) {
      return;
    }
    if (permissions.isEmpty()) {
      throw RefusalException.forbidden("user != root@pam");
    }
    if ("all".equals(users)) {
      return;
    }
    if (!permissions.containsKey("check")) {
      throw RefusalException.forbidden("");
    }
    require(JsonCodec.array(permissions.get("check")));
  }

  /** Checks one test; some tests fail with words even where an alternative follows. */
  private @Nullable RefusalException missing(List<@Nullable Object> check) {
    String kind = check.isEmpty() ? "" : String.valueOf(check.get(0));
    switch (kind) {
      case "and" -> check.stream().skip(1).forEach(one -> require(JsonCodec.array(one)));
      case "or" -> {
        boolean isAllowed =
            check.stream().skip(1).anyMatch(one -> missing(JsonCodec.array(one)) == null);
        // With several alternatives the server does not say which one failed.
        return isAllowed ? null : RefusalException.forbidden("");
      }
      case "perm" -> {
        return missingPrivilege(check);
      }
      case "perm-modify" -> {
        return missingModify(path(check));
      }
      case "userid-param" -> {
        return missingForUser(String.valueOf(check.get(1)));
      }
      case "userid-group" -> {
        return missingInGroups(check);
      }
      default -> throw new IllegalArgumentException("Unknown permission test '" + kind + "'");
    }
    return null;
  }

  private void require(List<@Nullable Object> check) {
    RefusalException refusal = missing(check);
    if (refusal != null) {
      throw refusal;
    }
  }

  private @Nullable RefusalException missingPrivilege(List<@Nullable Object> check) {
    Object needed = option(check, 3, "require_param");
    if (needed != null && !parameters.containsKey(needed.toString())) {
      return RefusalException.forbidden("");
    }
    return missing(path(check), names(check.get(2)), option(check, 3, "any") != null);
  }

  private @Nullable RefusalException missing(String path, List<String> names, boolean anyWillDo) {
    List<String> lacking = new ArrayList<>(names);
    lacking.removeIf(name -> identity.has(path, name));
    if (lacking.isEmpty() || anyWillDo && lacking.size() < names.size()) {
      return null;
    }
    return RefusalException.forbidden(
        path + ", " + (anyWillDo ? String.join("|", names) : lacking.get(0)));
  }

  /** Tests whether the caller may give privileges on a path (check_perm_modify). */
  private @Nullable RefusalException missingModify(String path) {
    List<String> names = new ArrayList<>(List.of("Permissions.Modify"));
    if (path.startsWith("/storage/")) {
      names.add("Datastore.Allocate");
    } else if (path.startsWith("/vms/")) {
      names.add("VM.Allocate");
    } else if (path.startsWith("/pool/")) {
      names.add("Pool.Allocate");
    }
    return missing(path, names, true);
  }

  private @Nullable RefusalException missingForUser(String test) {
    Matcher user = USER.matcher(userid());
    if (!user.matches()) {
      throw RefusalException.failure(
          "value '" + userid() + "' does not look like a valid user name");
    }
    if (!test.equals("self")) {
      return missing("/access/realm/" + user.group(1), List.of(test), false);
    }
    requireUser();
    return identity.id().equals(userid()) ? null : RefusalException.forbidden("");
  }

  private @Nullable RefusalException missingInGroups(List<@Nullable Object> check) {
    List<String> names = names(check.get(1));
    Object parameter = option(check, 2, "groups_param");
    boolean isNew = "create".equals(parameter);
    if (!isNew) {
      requireUser();
    }
    RefusalException onAll = missing(GROUPS, names, true);
    if (onAll == null) {
      return null;
    }
    if (parameter != null) {
      List<String> groups = list(parameters.get("groups"));
      if (groups.isEmpty()) {
        throw onAll;
      }
      for (String group : groups) {
        if (!config.groups().has(group) || missing(GROUPS + "/" + group, names, true) != null) {
          throw RefusalException.forbidden(GROUPS + "/" + group + ", " + String.join("|", names));
        }
      }
    }
    boolean isAllowed =
        isNew
            || config.groupsOf(userid()).stream()
                .anyMatch(group -> missing(GROUPS + "/" + group, names, true) == null);
    return isAllowed ? null : RefusalException.forbidden("");
  }

  private void requireUser() {
    if (!config.users().has(userid())) {
      throw RefusalException.failure("no such user ('" + userid() + "')");
    }
  }

  private String userid() {
    return String.valueOf(parameters.getOrDefault("userid", ""));
  }

  private String path(List<@Nullable Object> check) {
    Matcher matcher = PLACEHOLDER.matcher(String.valueOf(check.get(1)));
    String path =
        matcher.replaceAll(
            found -> {
              String value = String.valueOf(parameters.getOrDefault(found.group(1), ""));
              // template_replace takes what Perl finds false for missing.
              boolean isMissing = value.isEmpty() || value.equals("0");
              return Matcher.quoteReplacement(isMissing ? "-" : value);
            });
    String normalized = AclPaths.normalize(path);
    return normalized == null ? "" : normalized;
  }

  private static @Nullable Object option(List<@Nullable Object> check, int from, String name) {
    for (int i = from; i + 1 < check.size(); i += 2) {
      if (name.equals(check.get(i))) {
        return check.get(i + 1);
      }
    }
    return null;
  }

  private static List<String> names(@Nullable Object list) {
    return JsonCodec.array(list).stream().map(String::valueOf).toList();
  }

  private static List<String> list(@Nullable Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(String::valueOf).toList();
    }
    return value == null ? List.of() : ParameterCheck.split(value.toString());
  }
}
