package io.github.proxmoxmpc.api.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one value has to be, as PVE::JSONSchema::check_prop has it. Filled by {@link Rule}, and not
 * changed after.
 */
final class ValueRule {
  // PVE::JSONSchema::is_integer and is_number
  private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]+\\n?");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\n?");

  /** The types of the schema that a text can be of. */
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
  private @Nullable Format format;
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
    format = Formats.named(name);
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

  boolean isBoolean() {
    return kind == Kind.BOOLEAN;
  }

  /** Whether a value is among those that are allowed today. */
  boolean lists(@Nullable String value) {
    return values.isEmpty() || values.contains(value);
  }

  /** What is wrong with a value; null where nothing is. */
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

  /** Compared as doubles, as Perl does with what is longer than a machine word. */
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
    return format != null && !format.accepts(value) ? "must be " + format.expected() : null;
  }
}
