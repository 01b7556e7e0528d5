package io.github.proxmoxmpc.api.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Jackson reads it, which has no part in the client: maps, lists, texts, booleans, null,
 * and numbers in the spelling that they came in.
 */
public final class PlainJson {
  private static final JsonFactory JACKSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private PlainJson() {}

  /**
   * A number.
   *
   * @param spelling as it was written
   */
  record Literal(String spelling) {
    BigDecimal value() {
      return new BigDecimal(spelling);
    }

    @Override
    public String toString() {
      return spelling;
    }
  }

  /** Reads a text. */
  public static @Nullable Object parse(String json) {
    try (JsonParser in = JACKSON.createParser(json)) {
      in.nextToken();
      return value(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every token of a text in its order: the same for two that differ in blanks and escapes. */
  public static List<String> tokens(String json) {
    List<String> tokens = new ArrayList<>();
    try (JsonParser in = JACKSON.createParser(json)) {
      while (in.nextToken() != null) {
        tokens.add(in.currentToken() + " " + in.getText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, value(in));
        }
        return object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(in));
        }
        return list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return new Literal(in.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return in.getBooleanValue();
      }
      case VALUE_NULL -> {
        return null;
      }
      default -> {
        return in.getText();
      }
    }
  }
}
