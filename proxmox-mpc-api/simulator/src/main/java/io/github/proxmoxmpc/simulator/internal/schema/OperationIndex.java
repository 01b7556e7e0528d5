package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All operations of the API, found by method and path. */
public final class OperationIndex {
  /**
   * Parameters that take the rest of the path, including slashes, as in the server's route table.
   */
  private static final Set<String> GREEDY = Set.of("{volume}", "{cidr}");

  private final Map<String, ApiOperation> operations;
  private final Branch root = new Branch();
  private final String release;

  private OperationIndex(String release, Map<String, ApiOperation> operations) {
    this.release = release;
    this.operations = operations;
    operations.values().forEach(this::plant);
  }

  /** Returns the schema that is packed with the simulator. It is read once. */
  public static OperationIndex bundled() {
    return Bundled.SCHEMA;
  }

  /** Returns the release that the schema describes, such as {@code 9.2}. */
  public String release() {
    return release;
  }

  /** Returns all operations by key, sorted. */
  public Map<String, ApiOperation> operations() {
    return operations;
  }

  /** Returns the operation with this key. */
  public ApiOperation operation(String key) {
    ApiOperation operation = operations.get(key);
    if (operation == null) {
      throw new NoSuchElementException("The schema has no operation '" + key + "'");
    }
    return operation;
  }

  /**
   * Finds the operation for a request. Redundant slashes are ignored, also at the end: the
   * Terraform provider deletes {@code /nodes/pve/qemu/100/}.
   *
   * @param path the decoded path: the server decodes before it splits
   */
  public Optional<Match> find(String method, String path) {
    Branch branch = root;
    Map<String, String> parameters = new LinkedHashMap<>();
    String rest =
        path.endsWith("/") || path.contains("//")
            ? path.replaceAll("/+$", "").replaceAll("/{2,}", "/")
            : path;
    while (!rest.isEmpty()) {
      rest = rest.substring(1);
      int slash = rest.indexOf('/');
      String segment = slash < 0 ? rest : rest.substring(0, slash);
      Branch fixed = branch.fixed.get(segment);
      if (fixed != null) {
        branch = fixed;
      } else if (branch.parameter != null && branch.parameterName != null && !segment.isEmpty()) {
        String name = branch.parameterName;
        boolean greedy = GREEDY.contains("{" + name + "}");
        parameters.put(name, greedy ? rest : segment);
        branch = branch.parameter;
        if (greedy) {
          break;
        }
      } else {
        return Optional.empty();
      }
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    ApiOperation operation = branch.operations.get(method);
    return operation == null ? Optional.empty() : Optional.of(new Match(operation, parameters));
  }

  private void plant(ApiOperation operation) {
    String[] verbAndPath = operation.key().split(" ", 2);
    Branch branch = root;
    for (String segment : verbAndPath[1].substring(1).split("/", -1)) {
      if (segment.startsWith("{")) {
        if (branch.parameter == null) {
          branch.parameter = new Branch();
        }
        branch.parameterName = segment.substring(1, segment.length() - 1);
        branch = branch.parameter;
      } else {
        branch = branch.fixed.computeIfAbsent(segment, name -> new Branch());
      }
    }
    branch.operations.put(verbAndPath[0], operation);
  }

  /**
   * An operation and the values of its path parameters.
   *
   * @param parameters the values by parameter name
   */
  public record Match(ApiOperation operation, Map<String, String> parameters) {}

  private static final class Branch {
    private final Map<String, Branch> fixed = new HashMap<>();
    private final Map<String, ApiOperation> operations = new HashMap<>();
    private @Nullable Branch parameter;
    private @Nullable String parameterName;
  }

  private static final class Bundled {
    private static final OperationIndex SCHEMA = read();

    private static OperationIndex read() {
      Map<String, @Nullable Object> file = BundledSchemaFile.read("pve-api.json");
      Map<String, ApiOperation> operations = new TreeMap<>();
      JsonCodec.object(file.get("operations"))
          .forEach(
              (key, facts) -> operations.put(key, new ApiOperation(key, JsonCodec.object(facts))));
      return new OperationIndex(String.valueOf(file.get("release")), operations);
    }
  }
}
