package io.github.proxmoxmpc.simulator.internal.section;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The part of the declaration of a section that says how responses show it. */
abstract class SectionResponses {
  final Map<String, UnaryOperator<@Nullable Object>> renderings = new HashMap<>();
  final Set<String> secrets = new TreeSet<>();
  final Set<String> parsed = new TreeSet<>();
  boolean newestFirst;
  boolean inOrder;
  SectionVisibility filter = (call, section) -> true;
  @Nullable Set<String> rowOptions;
  SectionView row = (call, section, json) -> {};
  SectionView item = (call, section, json) -> {};
  SectionVisibility visibility = (call, section) -> true;
  SectionAnswer created = (call, section) -> null;
  SectionAnswer updated = (call, section) -> null;
  SectionAnswer deleted = (call, section) -> null;

  abstract SectionType self();

  /** Lists new sections in front of the others; otherwise the list is sorted by id. */
  public final SectionType newestFirst() {
    newestFirst = true;
    return self();
  }

  /** Lists the sections in the order in which they were created. */
  public final SectionType inOrder() {
    inOrder = true;
    return self();
  }

  /** Lists only the sections that match the parameters of the request. */
  public final SectionType listed(SectionVisibility wanted) {
    filter = wanted;
    return self();
  }

  /** Adds options that no response contains, separated by spaces. */
  public final SectionType secret(String options) {
    secrets.addAll(Arrays.asList(options.split("\\s+")));
    return self();
  }

  /** Sets how the value of an option is sent where the type in the schema does not say it. */
  public final SectionType rendered(String option, UnaryOperator<@Nullable Object> rendering) {
    renderings.put(option, rendering);
    return self();
  }

  /** Adds options whose property strings are sent as objects, separated by spaces. */
  public final SectionType parsed(String options) {
    parsed.addAll(Arrays.asList(options.split("\\s+")));
    return self();
  }

  /** Limits the rows of the list to the id and these options, separated by spaces. */
  public final SectionType rowOptions(String options) {
    rowOptions = new TreeSet<>(Arrays.asList(options.split("\\s+")));
    return self();
  }

  /** Sets the function that changes the rows of the list. */
  public final SectionType row(SectionView view) {
    row = view;
    return self();
  }

  /** Sets the function that changes a section that is read by itself. */
  public final SectionType item(SectionView view) {
    item = view;
    return self();
  }

  /** Shows a section in the list only if this is true. */
  public final SectionType visible(SectionVisibility rule) {
    visibility = rule;
    return self();
  }

  /** Shows a section in the list only with a privilege on a path, with {@code %s} for the id. */
  public final SectionType visibleWith(String path, String... anyOfPrivileges) {
    return visible(
        (call, section) -> {
          String at = String.format(Locale.ROOT, path, section.id());
          return Arrays.stream(anyOfPrivileges).anyMatch(one -> call.identity().has(at, one));
        });
  }

  /** Sets the result of creating a section; null by default. */
  public final SectionType created(SectionAnswer answer) {
    created = answer;
    return self();
  }

  /** Sets the result of updating a section; null by default. */
  public final SectionType updated(SectionAnswer answer) {
    updated = answer;
    return self();
  }

  /** Sets the result of deleting a section; null by default. */
  public final SectionType deleted(SectionAnswer answer) {
    deleted = answer;
    return self();
  }
}
