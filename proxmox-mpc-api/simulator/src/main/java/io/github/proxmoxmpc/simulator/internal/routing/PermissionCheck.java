package io.github.proxmoxmpc.simulator.internal.routing;

import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the privileges that the schema requires, after check_api2_permissions of
 * PVE::RPCEnvironment. The check comes before the parameters are verified and before anybody looks
 * whether the object exists.
 */
final class PermissionCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)\\}");

  private PermissionCheck() {}

  static void check(
      Map<String, @Nullable Object> permissions,
      Identity identity,
      Map<String, Object> parameters) {
    if (identity.privileges() == null) {
      return;
    }
    if (permissions.isEmpty()) {
      throw RefusalException.forbidden("user != root@pam");
    }
    if (permissions.containsKey("user")) {
      return;
    }
    Optional<String> missing =
        missing(JsonCodec.array(permissions.get("check")), identity, parameters);
    if (missing.isPresent()) {
      throw RefusalException.forbidden(missing.get());
    }
  }

  /** Returns the missing privilege, empty if the caller has all. */
  private static Optional<String> missing(
      List<@Nullable Object> check, Identity identity, Map<String, Object> parameters) {
    String kind = check.isEmpty() ? "" : String.valueOf(check.get(0));
    return switch (kind) {
      case "and" ->
          check.stream()
              .skip(1)
              .map(one -> missing(JsonCodec.array(one), identity, parameters))
              .flatMap(Optional::stream)
              .findFirst();
      case "or" -> {
        Optional<String> last = Optional.of("");
        for (Object one : check.subList(1, check.size())) {
          last = missing(JsonCodec.array(one), identity, parameters);
          if (last.isEmpty()) {
            break;
          }
        }
        // With several alternatives the server does not say which one failed.
        yield last.isEmpty() ? last : Optional.of("");
      }
      case "perm" -> missingPrivilege(check, identity, parameters);
      default -> Optional.of("");
    };
  }

  private static Optional<String> missingPrivilege(
      List<@Nullable Object> check, Identity identity, Map<String, Object> parameters) {
    Matcher matcher = PLACEHOLDER.matcher(String.valueOf(check.get(1)));
    String path =
        matcher.replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf(parameters.getOrDefault(found.group(1), "-"))));
    List<String> privileges = JsonCodec.array(check.get(2)).stream().map(String::valueOf).toList();
    boolean anyWillDo = check.size() > 4 && "any".equals(check.get(3));
    boolean allowed =
        anyWillDo
            ? privileges.stream().anyMatch(privilege -> identity.has(path, privilege))
            : privileges.stream().allMatch(privilege -> identity.has(path, privilege));
    return allowed
        ? Optional.empty()
        : Optional.of(path + ", " + privileges.stream().collect(Collectors.joining("|")));
  }
}
