package io.github.proxmoxmpc.api.internal.check;

import io.github.proxmoxmpc.api.internal.wire.Truth;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one value, as PVE::JSONSchema::check_prop applies it. {@link Rule} fills it; nothing
 * changes it afterwards.
 */
final class ValueRule {
  // PVE::JSONSchema::is_integer and is_number
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+\\n?");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\n?");

  private static final Pattern STORED_NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** The types that the schema gives to text. */
  enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  private final Kind kind;
  private @Nullable String minimum;
  private @Nullable String maximum;
  private int minimumLength;
  private int maximumLength = Integer.MAX_VALUE;
  private @Nullable PerlPattern pattern;
  private @Nullable String format;
  private List<String> values = List.of();
  private final List<String> goneValues = new ArrayList<>();

  ValueRule(Kind kind) {
    this.kind = kind;
  }

  void minimum(String number) {
    minimum = number;
  }

  void maximum(String number) {
    maximum = number;
  }

  void minimumLength(int length) {
    minimumLength = length;
  }

  void maximumLength(int length) {
    maximumLength = length;
  }

  void pattern(String body) {
    pattern = new PerlPattern(body);
  }

  void format(String name) {
    format = name;
  }

  void values(List<String> allowed) {
    values = allowed;
  }

  void goneValue(String value) {
    goneValues.add(value);
  }

  boolean isText() {
    return kind == Kind.STRING;
  }

  boolean isPlainText() {
    return kind == Kind.STRING && format == null;
  }

  boolean isBoolean() {
    return kind == Kind.BOOLEAN;
  }

  /** Returns whether the current release allows the value. */
  boolean lists(@Nullable String value) {
    return values.isEmpty() || values.contains(value);
  }

  /**
   * Returns why a server drops a value that it reads from the file of a guest; null if it keeps it.
   * For a string, it checks only the format: no pattern, length or list of values (check_type of
   * PVE::QemuServer 9.2).
   */
  @Nullable String storedFault(String value) {
    return switch (kind) {
      case STRING -> formatFault(value);
      case BOOLEAN -> Truth.of(value) == null ? "must be 1 or 0" : null;
      case INTEGER -> Digits.areAll(value) ? null : "must be a whole number without a sign";
      case NUMBER ->
          STORED_NUMBER.matcher(value).matches() ? null : "must be a number without a sign";
    };
  }

  /** Returns a value from a file in the spelling of the API. */
  String stored(String value) {
    return switch (kind) {
      case STRING, NUMBER -> value;
      case BOOLEAN -> {
        Boolean truth = Truth.of(value);
        yield truth == null ? value : truth ? "1" : "0";
      }
      case INTEGER -> Digits.areAll(value) ? new BigInteger(value).toString() : value;
    };
  }

  /** Returns the rule that a value breaks; null if it is valid. */
  @Nullable String fault(String value) {
    String wrong =
        switch (kind) {
          case STRING -> null;
          case BOOLEAN -> value.equals("1") || value.equals("0") ? null : "must be 1 or 0";
          case INTEGER -> number(value, WHOLE_NUMBER, "must be a whole number");
          case NUMBER -> number(value, NUMBER, "must be a number");
        };
    return wrong != null ? wrong : text(value);
  }

  /** Compares as doubles, as Perl does with numbers longer than a machine word. */
  private @Nullable String number(String value, Pattern form, String message) {
    if (!form.matcher(value).matches()) {
      return message;
    }
    double number = Double.parseDouble(value);
    if (minimum != null && number < Double.parseDouble(minimum)) {
      return "must be at least " + minimum;
    }
    if (maximum != null && number > Double.parseDouble(maximum)) {
      return "must be at most " + maximum;
    }
    return null;
  }

  private @Nullable String text(String value) {
    int length = value.codePointCount(0, value.length());
    if (length < minimumLength) {
      return "must have at least " + minimumLength + " characters";
    }
    if (length > maximumLength) {
      return "must have at most " + maximumLength + " characters";
    }
    if (!lists(value) && !goneValues.contains(value)) {
      return "must be one of " + String.join(", ", values);
    }
    if (pattern != null && !pattern.accepts(value)) {
      return "must match " + pattern;
    }
    return formatFault(value);
  }

  private @Nullable String formatFault(String value) {
    // The format is made here, not with the rule: most rules never see a value.
    Format known = format == null ? null : Formats.named(format);
    return known != null && !known.accepts(value) ? "must be " + known.expected() : null;
  }
}
