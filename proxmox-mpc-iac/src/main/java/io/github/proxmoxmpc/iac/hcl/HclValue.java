package io.github.proxmoxmpc.iac.hcl;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of HCL. */
public sealed interface HclValue {

  /**
   * A string. The quoted form preserves any text.
   *
   * @param text the text, unescaped
   */
  record Text(String text) implements HclValue {}

  /**
   * A number, without trailing zeros.
   *
   * @param value the number
   */
  record Number(BigDecimal value) implements HclValue {
    /** Drops trailing zeros, so that equal numbers are equal. */
    public Number {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Creates a whole number. */
    public static Number of(long value) {
      return new Number(BigDecimal.valueOf(value));
    }
  }

  /** A boolean. */
  enum Flag implements HclValue {
    /** {@code true}. */
    TRUE,
    /** {@code false}. */
    FALSE;

    /** Returns the constant for a boolean. */
    public static Flag of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  /**
   * A list of strings on one line.
   *
   * @param texts the texts, in order
   */
  record TextList(List<String> texts) implements HclValue {
    /** Copies the list. */
    public TextList {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A map of strings with one entry per line, sorted by name.
   *
   * @param texts the strings by name
   */
  record TextMap(SortedMap<String, String> texts) implements HclValue {
    /** Copies the map. */
    public TextMap {
      texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }
  }

  /**
   * An expression that is written as it is, such as {@code var.proxmox_endpoint}.
   *
   * @param source the expression, on one line
   */
  record Expression(String source) implements HclValue {}

  /**
   * A map of attributes on lines of their own: {@code { source = "bpg/proxmox" }}.
   *
   * @param body the attributes
   */
  record ObjectValue(HclBody body) implements HclValue {}

  /**
   * A list of expressions, each on its own line below a comment with its reason. Adjacent elements
   * with the same reason share the comment.
   *
   * @param elements the elements, in order
   */
  record ReasonedList(List<Reasoned> elements) implements HclValue {
    /** Copies the list. */
    public ReasonedList {
      elements = List.copyOf(elements);
    }
  }

  /**
   * An element of a {@link ReasonedList}.
   *
   * @param expression the element
   * @param reason why it is in the list
   */
  record Reasoned(String expression, String reason) {}
}
