package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.conformance.PlainJson.Literal;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.message.Bytes;
import io.github.proxmoxmpc.api.message.UntypedValue;
import io.github.proxmoxmpc.api.property.DiskSize;
import io.github.proxmoxmpc.api.property.DiskSource;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.WireValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Describes a value in words, with its type and its content: once from the facts and the JSON, and
 * once from the value that the client returns.
 */
final class ScalarReading {
  private static final BigDecimal MOST_OF_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private ScalarReading() {}

  /** Returns the expected description. */
  static String expected(Facts facts, @Nullable Object json) {
    String text = text(json);
    String meaning = facts.meaning();
    if (meaning != null) {
      String named = ofMeaning(meaning, text, json);
      if (named != null) {
        return named;
      }
    }
    if (facts.isTextList()) {
      return json instanceof List<?> list ? listOf(facts, list) : listOf(facts, split(text));
    }
    return switch (facts.text("format")) {
      case "urlencoded" -> "String " + decoded(text);
      case "characters that are bytes" -> "Bytes " + text;
      case "raw lxc line" ->
          "LxcLine " + (json instanceof List<?> pair ? pair.get(0) + ": " + pair.get(1) : text);
      default -> ofType(facts, json);
    };
  }

  private static @Nullable String ofMeaning(String meaning, String text, @Nullable Object json) {
    return switch (meaning) {
      case "secret" -> "Secret " + text;
      case "bytes" -> "ByteSize " + number(json).setScale(0, RoundingMode.DOWN).toBigIntegerExact();
      case "epoch seconds", "epoch seconds, 0 for never" ->
          "Instant " + Instant.EPOCH.plus(seconds(number(json)));
      case "epoch nanoseconds" ->
          "Instant " + Instant.EPOCH.plus(seconds(number(json).movePointLeft(9)));
      case "seconds" -> "Duration " + seconds(number(json));
      case "minutes" -> "Duration " + seconds(number(json).multiply(BigDecimal.valueOf(60)));
      default ->
          meaning.contains(".")
              ? meaning.substring(meaning.lastIndexOf('.') + 1) + " " + text
              : null;
    };
  }

  private static String ofType(Facts facts, @Nullable Object json) {
    if (facts.type().equals("string") && !facts.values().isEmpty()) {
      return "enum " + text(json);
    }
    return switch (facts.type()) {
      case "string" -> "String " + text(json);
      case "boolean" -> "Boolean " + truth(text(json));
      case "number" -> "Double " + number(json).doubleValue();
      case "integer" -> {
        BigDecimal maximum = facts.number("maximum");
        boolean isInt = maximum != null && maximum.compareTo(MOST_OF_INT) <= 0;
        yield (isInt ? "Integer " : "Long ") + number(json).toBigIntegerExact();
      }
      default -> "UntypedValue " + json;
    };
  }

  private static String listOf(Facts facts, List<?> elements) {
    String meaning = facts.elementMeaning();
    String type = meaning == null ? "String" : meaning.substring(meaning.lastIndexOf('.') + 1);
    return elements.stream().map(each -> type + " " + text(each)).toList().toString();
  }

  /** PVE::Tools::split_list. */
  static List<String> split(String text) {
    return Arrays.stream(text.split("[,;\\s\\x00]+")).filter(each -> !each.isEmpty()).toList();
  }

  /** A plus stays one. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Duration seconds(BigDecimal seconds) {
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    return Duration.ofSeconds(
        whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
  }

  private static BigDecimal number(@Nullable Object json) {
    if (json instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    return json instanceof Literal literal ? literal.value() : new BigDecimal(text(json).strip());
  }

  private static String truth(String text) {
    return List.of("1", "on", "yes", "true").contains(text.toLowerCase(Locale.ROOT))
        ? "true"
        : List.of("", "0", "off", "no", "false").contains(text.toLowerCase(Locale.ROOT))
            ? "false"
            : "neither";
  }

  static String text(@Nullable Object json) {
    return String.valueOf(json);
  }

  /** Returns the actual description. */
  static String found(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(ScalarReading::found).toList().toString();
    } else if (value instanceof Secret secret) {
      return "Secret " + secret.reveal();
    } else if (value instanceof ByteSize size) {
      return "ByteSize " + size.bytes();
    } else if (value instanceof WireValue word) {
      String name = ((Enum<?>) word).name();
      return "enum " + (name.equals("UNRECOGNIZED") ? name : word.wire());
    } else if (value instanceof Bytes bytes) {
      return "Bytes " + new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    } else if (value instanceof LxcLine line) {
      return "LxcLine " + line.wire();
    } else if (value instanceof UntypedValue free) {
      return "UntypedValue " + PlainJson.parse(free.raw().toString());
    } else if (value instanceof DiskSize size) {
      return "DiskSize " + size + " " + size.bytes();
    } else if (value instanceof DiskSource source) {
      return "DiskSource " + source;
    } else if (value instanceof Task task) {
      return "Upid " + task.upid();
    }
    return value == null ? "nothing" : value.getClass().getSimpleName() + " " + value;
  }
}
