package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values that the schema forbids, with the server's complaint about each. */
final class BadValues {
  private static final String KITTY = "kitty 9";

  private BadValues() {}

  /**
   * A value that breaks the schema.
   *
   * @param complaint the text of the error
   */
  record BadValue(String parameter, String value, String complaint) {}

  /** Returns a bad value for each parameter outside of the path whose facts allow one. */
  static List<BadValue> of(String operation) {
    List<BadValue> values = new ArrayList<>();
    SchemaFacts.parameters(operation)
        .forEach(
            (name, facts) -> {
              String complaint = complaint(JsonCodec.object(facts));
              if (complaint != null && !operation.contains("{" + name + "}")) {
                values.add(new BadValue(name.replace("[n]", "0"), KITTY, complaint));
              }
            });
    return values;
  }

  private static @Nullable String complaint(Map<String, @Nullable Object> facts) {
    if (facts.containsKey("oneOf") || facts.containsKey("instance-types")) {
      return null;
    }
    String type = String.valueOf(facts.get("type"));
    if (List.of("integer", "number", "boolean").contains(type)) {
      return "type check ('" + type + "') failed - got '" + KITTY + "'";
    }
    if (!type.equals("string") || facts.containsKey("format")) {
      return null;
    }
    if (facts.get("pattern") instanceof String pattern) {
      return KITTY.matches(pattern) ? null : "value does not match the regex pattern";
    }
    List<@Nullable Object> choices = JsonCodec.array(facts.get("enum"));
    return choices.isEmpty() || facts.containsKey("maxLength") || facts.containsKey("minLength")
        ? null
        : "value '"
            + KITTY
            + "' does not have a value in the enumeration '"
            + choices.stream().map(String::valueOf).collect(Collectors.joining(", "))
            + "'";
  }
}
