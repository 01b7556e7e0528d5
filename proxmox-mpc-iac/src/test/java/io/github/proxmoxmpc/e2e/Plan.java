package io.github.proxmoxmpc.e2e;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A plan as {@code terraform show -json} prints it. */
record Plan(TerraformTool.Run run, List<Change> changes) {

  /** One resource of a plan; {@code importId} is empty if it is not imported. */
  record Change(String address, String importId, List<String> actions, String difference) {
    boolean isImport() {
      return !importId.isEmpty();
    }

    boolean isNoOp() {
      return actions.equals(List.of("no-op"));
    }

    boolean isOf(String type) {
      return address.startsWith(type + ".");
    }

    @Override
    public String toString() {
      return address + " " + actions + (difference.isEmpty() ? "" : ": " + difference);
    }
  }

  static Plan parse(TerraformTool.Run run, String json) {
    List<Change> changes = new ArrayList<>();
    JsonObject plan = (JsonObject) JsonValue.parse(json);
    if (plan.get("resource_changes") instanceof JsonArray list) {
      for (JsonValue each : list.values()) {
        JsonObject resource = (JsonObject) each;
        JsonObject change = (JsonObject) resource.get("change");
        String importId =
            change.get("importing") instanceof JsonObject importing ? text(importing, "id") : "";
        List<String> actions =
            ((JsonArray) change.get("actions"))
                .values().stream().map(action -> ((JsonString) action).value()).toList();
        changes.add(
            new Change(text(resource, "address"), importId, actions, difference(change, actions)));
      }
    }
    return new Plan(run, List.copyOf(changes));
  }

  long imports() {
    return changes.stream().filter(Change::isImport).count();
  }

  long imports(String type) {
    return changes.stream().filter(change -> change.isImport() && change.isOf(type)).count();
  }

  long toAdd() {
    return count(change -> change.actions().contains("create"));
  }

  long toChange() {
    return count(change -> change.actions().contains("update"));
  }

  long toDestroy() {
    return count(change -> change.actions().contains("delete"));
  }

  /** Describes the changes that are more than an import, for an assertion message. */
  String unclean() {
    return changes.stream()
        .filter(change -> !change.isNoOp())
        .map(Change::toString)
        .collect(Collectors.joining("\n"));
  }

  String figures() {
    return "%d to import, %d to add, %d to change, %d to destroy (exit %d, %.1f s)"
        .formatted(
            imports(),
            toAdd(),
            toChange(),
            toDestroy(),
            run.exitCode(),
            run.took().toMillis() / 1000.0);
  }

  private long count(Predicate<Change> predicate) {
    return changes.stream().filter(predicate).count();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.value() : "";
  }

  private static String difference(JsonObject change, List<String> actions) {
    if (actions.equals(List.of("no-op"))) {
      return "";
    }
    Map<String, String> before = new TreeMap<>();
    Map<String, String> after = new TreeMap<>();
    flatten("", change.get("before"), before);
    flatten("", change.get("after"), after);
    flatten("", change.get("after_unknown"), after);
    Map<String, String> lines = new TreeMap<>();
    before.forEach(
        (path, value) -> {
          if (!value.equals(after.get(path))) {
            lines.put(path, value + " -> " + after.getOrDefault(path, "(none)"));
          }
        });
    after.forEach(
        (path, value) -> {
          if (!before.containsKey(path)) {
            lines.put(path, "(none) -> " + value);
          }
        });
    return lines.toString();
  }

  private static void flatten(String path, JsonValue value, Map<String, String> into) {
    if (value instanceof JsonObject object) {
      for (String name : object.names()) {
        flatten(path + "." + name, object.get(name), into);
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.values().size(); i++) {
        flatten(path + "[" + i + "]", array.values().get(i), into);
      }
    } else if (value != null && !(value instanceof JsonValue.JsonNull)) {
      into.put(path, value.toString());
    }
  }
}
