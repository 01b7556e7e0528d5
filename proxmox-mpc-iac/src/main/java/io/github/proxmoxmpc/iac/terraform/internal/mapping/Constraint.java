package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.hcl.HclValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A rule of the provider's validation. A value that breaks it fails the whole plan, even if the
 * attribute is ignored.
 *
 * @param description the rule in words, for comments in the generated code
 * @param rule the rule
 */
public record Constraint(String description, Rule rule) {
  /** Tests a value; it may look at the rest of the resource. */
  @FunctionalInterface
  public interface Rule {
    boolean accepts(HclValue value, MappingContext context);
  }

  public static final Constraint ANYTHING = new Constraint("anything", (value, context) -> true);

  public static Constraint oneOf(String... texts) {
    List<String> all = List.of(texts);
    return text("one of " + String.join(", ", all), all::contains);
  }

  public static Constraint matching(String description, String regex) {
    Predicate<String> whole = Pattern.compile(regex).asMatchPredicate();
    return text(description, whole);
  }

  public static Constraint text(String description, Predicate<String> rule) {
    return new Constraint(
        description,
        (value, context) -> value instanceof HclValue.Text text && rule.test(text.text()));
  }

  public static Constraint between(long least, long most) {
    return new Constraint(
        least + " to " + most,
        (value, context) ->
            value instanceof HclValue.Number number
                && number.value().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.value().compareTo(BigDecimal.valueOf(most)) <= 0);
  }

  public static Constraint atLeast(long least) {
    return new Constraint("at least " + least, between(least, Long.MAX_VALUE).rule());
  }

  public static Constraint each(String description, Predicate<String> rule) {
    return new Constraint(
        description,
        (value, context) ->
            value instanceof HclValue.TextList list && list.texts().stream().allMatch(rule));
  }

  /** Returns this rule, extended by a condition on the rest of the resource. */
  public Constraint when(String also, Predicate<MappingContext> condition) {
    return new Constraint(
        description + ", " + also,
        (value, context) -> rule.accepts(value, context) && condition.test(context));
  }

  /** Returns this rule, extended to accept the empty string. */
  public Constraint orEmpty() {
    return new Constraint(
        description + ", or empty",
        (value, context) -> value.equals(new HclValue.Text("")) || rule.accepts(value, context));
  }
}
