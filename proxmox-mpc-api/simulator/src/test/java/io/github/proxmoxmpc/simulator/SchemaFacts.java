package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of the API schema as plain JSON, so that the simulator's reading is tested too. */
final class SchemaFacts {
  private static final Map<String, @Nullable Object> OPERATIONS = read();

  private SchemaFacts() {}

  /** Returns the facts of an operation. */
  static Map<String, @Nullable Object> of(String operation) {
    if (!OPERATIONS.containsKey(operation)) {
      throw new IllegalArgumentException("The schema has no operation '" + operation + "'");
    }
    return JsonCodec.object(OPERATIONS.get(operation));
  }

  /** Returns the facts of each parameter by name. */
  static Map<String, @Nullable Object> parameters(String operation) {
    return JsonCodec.object(of(operation).get("parameters"));
  }

  /**
   * Returns the missing privilege that the server names to a caller without any: null if the schema
   * demands no privilege, empty if the server names none.
   */
  static @Nullable String demand(String operation, Map<String, Object> parameters) {
    Map<String, @Nullable Object> permissions = JsonCodec.object(of(operation).get("permissions"));
    if (permissions.isEmpty()) {
      return "user != root@pam";
    }
    return permissions.containsKey("user")
        ? null
        : demand(JsonCodec.array(permissions.get("check")), parameters);
  }

  private static @Nullable String demand(
      List<@Nullable Object> check, Map<String, Object> parameters) {
    String kind = check.isEmpty() ? "" : String.valueOf(check.get(0));
    List<@Nullable Object> rest = check.isEmpty() ? List.of() : check.subList(1, check.size());
    return switch (kind) {
      case "perm" -> {
        int option = check.indexOf("require_param");
        if (option > 0 && !parameters.containsKey(String.valueOf(check.get(option + 1)))) {
          yield null;
        }
        String path = String.valueOf(check.get(1));
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
          path = path.replace("{" + parameter.getKey() + "}", parameter.getValue().toString());
        }
        path = path.replaceAll("\\{[^}]+}", "-");
        List<String> privileges =
            JsonCodec.array(check.get(2)).stream().map(String::valueOf).toList();
        boolean anyWillDo = check.contains("any");
        yield path + ", " + (anyWillDo ? String.join("|", privileges) : privileges.get(0));
      }
      case "and" ->
          rest.stream()
              .map(one -> demand(JsonCodec.array(one), parameters))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case "or" ->
          rest.stream().allMatch(one -> demand(JsonCodec.array(one), parameters) != null)
              ? ""
              : null;
      case "userid-param" -> {
        String user = String.valueOf(parameters.get("userid"));
        yield check.contains("self")
            ? ""
            : "/access/realm/" + user.substring(user.indexOf('@') + 1) + ", " + check.get(1);
      }
      case "userid-group" -> {
        List<String> privileges =
            JsonCodec.array(check.get(1)).stream().map(String::valueOf).toList();
        yield check.contains("update")
            ? "/access/groups/" + parameters.get("groups") + ", " + String.join("|", privileges)
            : "";
      }
      case "perm-modify" -> parameters.get("path") + ", Permissions.Modify";
      default -> "";
    };
  }

  private static Map<String, @Nullable Object> read() {
    try (InputStream in =
        Objects.requireNonNull(
            SchemaFacts.class.getResourceAsStream(
                "/io/github/proxmoxmpc/simulator/schema/pve-api.json"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonCodec.object(JsonCodec.object(JsonCodec.read(text)).get("operations"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
