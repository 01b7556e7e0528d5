package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which values the provider's validation lets stand in a configuration. A value that it refuses
 * would fail the whole plan, even where it is ignored.
 *
 * @param says the rule, for the reader of the generated code
 * @param rule the rule
 */
record Constraint(String says, Rule rule) {
  /** The rule itself; it may look at the rest of the guest. */
  @FunctionalInterface
  interface Rule {
    boolean accepts(HclValue value, MappingContext context);
  }

  static final Constraint ANYTHING = new Constraint("anything", (value, context) -> true);

  static Constraint oneOf(String... texts) {
    List<String> all = List.of(texts);
    return text("one of " + String.join(", ", all), all::contains);
  }

  static Constraint matching(String says, String regex) {
    Predicate<String> whole = Pattern.compile(regex).asMatchPredicate();
    return text(says, whole);
  }

  static Constraint text(String says, Predicate<String> rule) {
    return new Constraint(
        says, (value, context) -> value instanceof HclValue.Text text && rule.test(text.text()));
  }

  static Constraint between(long least, long most) {
    return new Constraint(
        least + " to " + most,
        (value, context) ->
            value instanceof HclValue.Number number
                && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.value().compareTo(BigDecimal.valueOf(most)) <= 0);
  }

  static Constraint atLeast(long least) {
    return new Constraint("at least " + least, between(least, Long.MAX_VALUE).rule());
  }

  static Constraint each(String says, Predicate<String> rule) {
    return new Constraint(
        says,
        (value, context) ->
            value instanceof HclValue.TextList list && list.texts().stream().allMatch(rule));
  }

  /** This rule, and a condition on the rest of the guest. */
  Constraint when(String also, Predicate<MappingContext> condition) {
    return new Constraint(
        says + ", " + also,
        (value, context) -> rule.accepts(value, context) && condition.test(context));
  }

  /** This rule, or the text being empty. */
  Constraint orEmpty() {
    return new Constraint(
        says + ", or nothing",
        (value, context) -> value.equals(new HclValue.Text("")) || rule.accepts(value, context));
  }
}
