package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Every operation, every parameter, every key of a property string and every value of them, with
 * its releases as the schema file says. A parameter of a path came with its operation, but maybe
 * not with all its values.
 */
final class SchemaReleases {
  private final Releases releases;
  private final Map<Part, PartAvailability> parts = new LinkedHashMap<>();

  private SchemaReleases(Releases releases) {
    this.releases = releases;
  }

  static Map<Part, PartAvailability> read() throws IOException {
    SchemaReleases all = new SchemaReleases(Releases.read());
    Map<String, Map<String, Facts>> gone = SchemaFile.goneParts();
    for (Operation operation : SchemaFile.everyOperation()) {
      all.add(operation);
      gone.getOrDefault(operation.title(), Map.of())
          .forEach((text, facts) -> all.addGone(operation, text, facts));
    }
    return all.parts;
  }

  private void add(Operation operation) {
    Part whole = Part.of(operation.title());
    PartAvailability lifetime =
        new PartAvailability(whole, null, operation.first(), releases.after(operation.last()));
    parts.put(whole, lifetime);
    operation
        .parameters()
        .forEach(
            (name, facts) -> {
              Part parameter = whole.parameter(name);
              if (parameter.isOfPath()) {
                addValues(parameter, facts, lifetime);
              } else {
                add(parameter, facts, lifetime);
              }
            });
  }

  /** Adds a parameter or a key, with what it holds. */
  private void add(Part part, Facts facts, PartAvailability holder) {
    PartAvailability lifetime =
        new PartAvailability(
            part, holder, facts.textOrNull("since"), releases.after(facts.textOrNull("until")));
    parts.put(part, lifetime);
    for (Facts each : facts.alternatives()) {
      addValues(part, each.listed(), lifetime);
      each.listed()
          .takenKeys()
          .forEach(
              (name, of) -> {
                add(part.key(name), of, lifetime);
                if (of.has("default_key")) {
                  addBare(part, name, of);
                }
              });
    }
  }

  private void addValues(Part part, Facts facts, PartAvailability holder) {
    for (String text : facts.values()) {
      Part value = part.value(text);
      parts.put(value, new PartAvailability(value, holder, facts.valueSince(text), null));
    }
  }

  /** Values without their key, which may be younger; the client tells of the key. */
  private void addBare(Part parameter, String key, Facts facts) {
    for (String text : facts.values()) {
      Part value = parameter.key(key).value(text);
      PartAvailability lifetime =
          new PartAvailability(value, parts.get(parameter), facts.valueSince(text), null);
      parts.put(parameter.value(text), lifetime);
    }
  }

  private void addGone(Operation operation, String text, Facts facts) {
    Part part = Part.parse(operation.title(), text);
    PartAvailability holder = Objects.requireNonNull(parts.get(part.holder()), text);
    if (part.kind().equals("parameters") || hasOthers(operation, part)) {
      add(part, facts, holder);
    } else {
      add(part, facts.without("since", "until"), holder);
    }
  }

  /** Whether the newest release lists the like of it; where it lists none, it takes any. */
  private static boolean hasOthers(Operation operation, Part part) {
    Facts parameter = operation.parameters().get(part.parameter()).listed();
    if (part.key() == null) {
      return !parameter.values().isEmpty();
    }
    Facts key = parameter.keys().get(part.key());
    return part.value() == null ? !parameter.keys().isEmpty() : !key.values().isEmpty();
  }
}
