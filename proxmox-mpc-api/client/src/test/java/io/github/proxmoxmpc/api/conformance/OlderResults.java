package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of older releases that differ from those of today: {@code older-results.json}, made
 * from the API schemas that 7.4 and 8.3 served.
 *
 * <p>An older schema declares less than its server answers. Where it says nothing, or is known to
 * be wrong, the server answers as today.
 */
final class OlderResults {
  private static final Path FILE = Path.of("src/test/resources/older-results.json");

  /** The fields for which an older schema differs from the responses of its own server. */
  private static final Set<String> WRONG =
      Set.of(
          // pve-network: PVE::Network::SDN::pending_config has always made an object of it.
          "GET /cluster/sdn/controllers . pending",
          "GET /cluster/sdn/zones . pending",
          // pve-manager 7.4, PVE::Ceph::Services: flags, and the name of the host.
          "GET /nodes/{node}/ceph/mon . direxists",
          "GET /nodes/{node}/ceph/mon . host",
          "GET /nodes/{node}/ceph/mon . service",
          // PVE::LXC::Config: pairs of key and value, of which the schema said but that they are
          // texts.
          "GET /nodes/{node}/lxc/{vmid}/config . lxc");

  private OlderResults() {}

  /** An operation for each result, with the last release that answers so. */
  static List<Operation> operations() throws IOException {
    Map<String, Operation> today = new LinkedHashMap<>();
    SchemaFile.operations().forEach(operation -> today.put(operation.title(), operation));
    List<Operation> all = new ArrayList<>();
    for (Object row : SchemaFile.list(SchemaFile.read(FILE).get("results"))) {
      Map<String, @Nullable Object> facts = SchemaFile.object(row);
      Operation now = Objects.requireNonNull(today.get(String.valueOf(facts.get("operation"))));
      Map<String, @Nullable Object> older =
          SchemaFile.told("", SchemaFile.object(facts.get("returns")));
      Facts returns = new Facts(answered(now.title(), "", older, now.returns().map()));
      for (Object release : SchemaFile.list(facts.get("releases"))) {
        all.add(
            new Operation(
                now.method(),
                now.path(),
                now.parameters(),
                returns,
                now.first(),
                String.valueOf(release)));
      }
    }
    return all;
  }

  private static Map<String, @Nullable Object> answered(
      String title,
      String name,
      Map<String, @Nullable Object> older,
      Map<String, @Nullable Object> today) {
    if (!today.isEmpty() && (saysNothing(older, today) || WRONG.contains(title + " . " + name))) {
      return today;
    }
    Map<String, @Nullable Object> answered = new LinkedHashMap<>(older);
    if (older.containsKey("items") || today.containsKey("items")) {
      answered.put("items", answeredPart(title, name, older.get("items"), today.get("items")));
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Map<String, @Nullable Object> now = SchemaFile.object(today.get("properties"));
    SchemaFile.object(older.get("properties"))
        .forEach(
            (field, facts) -> fields.put(field, answeredPart(title, field, facts, now.get(field))));
    if (!fields.isEmpty()) {
      answered.put("properties", fields);
    }
    return answered;
  }

  private static Map<String, @Nullable Object> answeredPart(
      String title, String name, @Nullable Object older, @Nullable Object today) {
    return answered(title, name, SchemaFile.object(older), SchemaFile.object(today));
  }

  /**
   * No type, an object of which but its key is told, a text without its values, a flag without its
   * name.
   */
  private static boolean saysNothing(
      Map<String, @Nullable Object> older, Map<String, @Nullable Object> today) {
    Facts facts = new Facts(older);
    return switch (facts.type()) {
      case "any" -> true;
      case "object" -> facts.properties().size() < 2 && today.containsKey("properties");
      case "array" -> !today.getOrDefault("type", "array").equals("array") && !facts.has("items");
      case "integer" -> "boolean".equals(today.get("type"));
      case "string" ->
          "boolean".equals(today.get("type"))
              || facts.values().isEmpty() && today.containsKey("enum");
      default -> false;
    };
  }
}
