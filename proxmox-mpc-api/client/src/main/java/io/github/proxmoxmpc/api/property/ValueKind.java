package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.error.MalformedAnswerException;
import io.github.proxmoxmpc.api.json.FieldType;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Values of which the server takes several spellings for the same. */
public enum ValueKind {
  /** Truth: {@code 1}, {@code yes}, {@code on}, {@code true}. */
  BOOLEAN(text -> String.valueOf(read(FieldType.BOOLEAN, text))),
  /** Disk sizes: {@code 1G}, {@code 1024M}. */
  SIZE(text -> String.valueOf(read(DiskSize.TYPE, text).bytes())),
  /** Hardware addresses, in capitals or not. */
  MAC(text -> text.toUpperCase(Locale.ROOT));

  private final UnaryOperator<String> spelling;

  ValueKind(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  private static <T> T read(FieldType<T> type, String text) {
    return type.read(new JsonString(text), "a value");
  }

  /** One spelling for all that mean the same; a text that is no such value stays as it is. */
  String spelled(String text) {
    try {
      return spelling.apply(text);
    } catch (MalformedAnswerException e) {
      return text;
    }
  }
}
