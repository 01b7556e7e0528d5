package io.github.proxmoxmpc.api.conformance;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import okio.Buffer;

/**
 * The JSON of a result that has every field which the schema declares, written in the ways that
 * Perl has for one value, and fields besides that no schema knows.
 */
final class ResultText {
  private static final String UNKNOWN = "{\"deep\":[1.10,9223372036854775807,null,\"ü\"]}";

  private final boolean whole;
  private int fields;

  private ResultText(boolean whole) {
    this.whole = whole;
  }

  /** A result with all its fields. */
  static ResultText whole() {
    return new ResultText(true);
  }

  /** A result with those fields only that are always there. */
  static ResultText sparse() {
    return new ResultText(false);
  }

  /** How many fields were written. */
  int fields() {
    return fields;
  }

  String of(Facts facts) {
    return switch (facts.type()) {
      case "null" -> "null";
      case "object" -> object(facts);
      case "array" -> array(facts.itemsOfAnyKind());
      case "any" -> UNKNOWN;
      default -> scalar(facts);
    };
  }

  /** A tree has to end somewhere: what holds objects like itself holds none here. */
  private String array(Facts items) {
    return items.has("itself") ? "[]" : "[" + of(items) + "," + of(items) + "]";
  }

  private String object(Facts facts) {
    StringBuilder text = new StringBuilder("{");
    Map<String, Facts> properties =
        facts.propertyType() == null ? facts.properties() : facts.propertyKeys();
    for (Map.Entry<String, Facts> property : properties.entrySet()) {
      String name = property.getKey();
      if (property.getValue().has("alias")
          || (!whole && property.getValue().text("optional").equals("1"))) {
        continue;
      }
      String value = of(property.getValue());
      if (name.equals("*")) {
        field("/some/name", value, text);
      } else if (name.endsWith("[n]")) {
        String prefix = name.substring(0, name.length() - "[n]".length());
        field(prefix + "0", value, text);
        field(prefix + "7", value, text);
      } else {
        field(name, value, text);
      }
    }
    boolean namesAreData = facts.properties().containsKey("*");
    if (!namesAreData) {
      field("x-not-in-any-schema", UNKNOWN, text);
    }
    return text.append('}').toString();
  }

  private void field(String name, String value, StringBuilder text) {
    fields++;
    text.append(text.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value);
  }

  private String scalar(Facts facts) {
    String example = Examples.of(facts);
    int way = fields % 3;
    return switch (facts.type()) {
      case "boolean" -> way == 0 ? "1" : way == 1 ? "\"1\"" : "true";
      case "integer", "number" -> way == 0 ? quoted(example) : example;
      default -> quoted(example);
    };
  }

  private static String quoted(String text) {
    Buffer out = new Buffer();
    try (JsonWriter writer = JsonWriter.of(out)) {
      writer.setLenient(true);
      writer.value(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.readUtf8();
  }
}
