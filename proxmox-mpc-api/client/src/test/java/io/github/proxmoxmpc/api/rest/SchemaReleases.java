package io.github.proxmoxmpc.api.rest;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every operation, every parameter, every key of a property string and every value of them, with
 * its releases as the schema file says, which is read here apart from the generator.
 */
final class SchemaReleases {
  private final JsonObject operations;
  private final JsonObject gone;
  private final Map<Part, Lifetime> parts = new LinkedHashMap<>();

  private SchemaReleases(JsonObject schema) {
    operations = object(schema, "operations");
    gone = object(schema, "gone");
  }

  static Map<Part, Lifetime> read() throws IOException {
    JsonValue schema = JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    SchemaReleases releases = new SchemaReleases((JsonObject) schema);
    for (JsonObject section : new JsonObject[] {releases.operations, releases.gone}) {
      for (String title : section.names()) {
        if (!title.contains(" ? ")) {
          releases.addOperation(Part.of(title), object(section, title));
        }
      }
    }
    return releases.parts;
  }

  private void addOperation(Part operation, JsonObject facts) {
    Lifetime lifetime = lifetime(Lifetime.ALWAYS, facts);
    parts.put(operation, lifetime);
    JsonObject parameters = object(facts, "parameters");
    for (String name : parameters.names()) {
      if (!operation.operation().contains("{" + name + "}")) {
        addParameter(operation.parameter(name), object(parameters, name), lifetime);
      }
    }
    String prefix = operation.operation() + " ? ";
    for (String title : gone.names()) {
      if (title.startsWith(prefix)) {
        Part part = Part.parse(operation.operation(), title.substring(prefix.length()));
        addGone(part, object(gone, title), lifetime);
      }
    }
  }

  private void addParameter(Part parameter, JsonObject facts, Lifetime holder) {
    Lifetime lifetime = lifetime(holder, facts);
    parts.put(parameter, lifetime);
    JsonObject listed = facts.has("items") ? object(facts, "items") : facts;
    addValues(parameter, listed, lifetime);
    JsonObject keys = object(listed, "format");
    for (String name : keys.names()) {
      Part key = parameter.key(name);
      Lifetime ofKey = lifetime(lifetime, object(keys, name));
      parts.put(key, ofKey);
      addValues(key, object(keys, name), ofKey);
    }
  }

  private void addValues(Part holder, JsonObject facts, Lifetime lifetime) {
    JsonObject since = object(facts, "valueSince");
    if (facts.get("enum") instanceof JsonArray values) {
      for (JsonValue value : values.values()) {
        String text = value instanceof JsonString string ? string.value() : value.toString();
        parts.put(holder.value(text), lifetime.within(text(since, text), null));
      }
    }
  }

  /** A part that is gone, where its holder is still what it was. */
  private void addGone(Part part, JsonObject facts, Lifetime operation) {
    JsonObject live = object(object(operations, part.operation()), "parameters");
    JsonObject holder = object(live, String.valueOf(part.parameter()));
    if (part.kind().equals("parameters")) {
      addParameter(part, facts, operation);
      return;
    }
    boolean isWhatItWas =
        part.key() == null ? holder.has("enum") : holder.get("format") instanceof JsonObject;
    if (isWhatItWas) {
      parts.put(part, lifetime(operation, facts));
    }
  }

  private static Lifetime lifetime(Lifetime holder, JsonObject facts) {
    return holder.within(text(facts, "since"), text(facts, "until"));
  }

  private static JsonObject object(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  private static @Nullable String text(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonString text ? text.value() : null;
  }
}
