package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a stored document. A missing required field means a damaged store. */
record DocumentReader(JsonObject document) {
  static DocumentReader of(String content) {
    try {
      if (JsonValue.parse(content) instanceof JsonObject document) {
        return new DocumentReader(document);
      }
    } catch (IllegalArgumentException e) {
      throw damaged("it is not JSON", e);
    }
    throw damaged("it is not a JSON object", null);
  }

  @Nullable String optionalText(String name) {
    return document.get(name) instanceof JsonString text ? text.value() : null;
  }

  String text(String name) {
    if (document.get(name) instanceof JsonString text) {
      return text.value();
    }
    throw damaged("'" + name + "' is missing", null);
  }

  String number(String name) {
    if (document.get(name) instanceof JsonNumber number) {
      return number.literal();
    }
    throw damaged("'" + name + "' is missing", null);
  }

  boolean flag(String name) {
    return document.get(name) == JsonBoolean.TRUE;
  }

  SortedMap<String, String> texts(String name) {
    SortedMap<String, String> texts = new TreeMap<>();
    if (document.get(name) instanceof JsonObject object) {
      for (String key : object.names()) {
        if (object.get(key) instanceof JsonString text) {
          texts.put(key, text.value());
        }
      }
    }
    return texts;
  }

  <T> List<T> list(String name, Function<String, T> factory) {
    List<T> values = new ArrayList<>();
    if (document.get(name) instanceof JsonArray array) {
      for (JsonValue value : array.values()) {
        if (value instanceof JsonString text) {
          values.add(factory.apply(text.value()));
        }
      }
    }
    return values;
  }

  NodeName node() {
    return NodeName.of(text("node"));
  }

  PowerState powerState() {
    return PowerState.valueOf(text("status"));
  }

  @Nullable PoolId pool() {
    String pool = optionalText("pool");
    return pool == null ? null : PoolId.of(pool);
  }

  ConfigDocument config() {
    List<RawLine> lines = new ArrayList<>();
    if (document.get("raw") instanceof JsonArray array) {
      for (JsonValue pair : array.values()) {
        if (pair instanceof JsonArray line
            && line.values().size() == 2
            && line.values().get(0) instanceof JsonString key
            && line.values().get(1) instanceof JsonString value) {
          lines.add(new RawLine(key.value(), value.value()));
        }
      }
    }
    return new ConfigDocument(texts("config"), lines, optionalText("digest"));
  }

  private static StateException damaged(String how, @Nullable Throwable cause) {
    return new StateException(
        "Unable to read a resource from the state store: " + how + "; the file is damaged", cause);
  }
}
