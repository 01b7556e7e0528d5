package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Kinds of values that have several spellings with the same meaning. */
public enum ValueKind {
  /** Booleans: {@code 1}, {@code yes}, {@code on}, {@code true}. */
  BOOLEAN(text -> String.valueOf(read(Decoder.BOOLEAN, text))),
  /** Numbers: {@code 50}, {@code 50.0}, {@code 050}. */
  NUMBER(ValueKind::number),
  /** Disk sizes: {@code 1G}, {@code 1024M}. */
  SIZE(text -> String.valueOf(read(DiskSize.TYPE, text).bytes())),
  /** Hardware addresses, in upper or lower case. */
  MAC(text -> text.toUpperCase(Locale.ROOT));

  private final UnaryOperator<String> spelling;

  ValueKind(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  private static String number(String text) {
    return text.matches("[+-]?\\d{1,18}(?:\\.\\d{1,18})?")
        ? new BigDecimal(text).stripTrailingZeros().toString()
        : text;
  }

  private static <T> T read(Decoder<T> type, String text) {
    return type.read(new JsonString(text), "a value");
  }

  /** Returns one spelling for all texts with the same meaning; keeps an invalid text. */
  String spelled(String text) {
    try {
      return spelling.apply(text);
    } catch (MalformedResponseException e) {
      return text;
    }
  }
}
