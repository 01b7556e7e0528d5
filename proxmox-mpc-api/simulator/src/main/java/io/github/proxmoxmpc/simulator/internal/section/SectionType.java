package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a collection of configuration sections: everything that the schema does not
 * say. {@link SectionRoutes} executes it.
 *
 * <pre>{@code
 * SectionType.at("/cluster/ha/groups/{group}")
 *     .exists("ha group '%s' already exists")
 *     .missing("no such ha group '%s'")
 *     .kind("group", SectionKind.requiring("nodes"))
 *     .digest()
 * }</pre>
 *
 * <p>The last placeholder of the path is the id. Messages take the id as {@code %s}. A declaration
 * is built once and then only read.
 */
public final class SectionType {
  final String itemPath;
  final String collection;
  final OptionRules rules = new OptionRules();
  final Map<String, UnaryOperator<@Nullable Object>> renderings = new HashMap<>();
  final Set<String> secrets = new TreeSet<>();
  final List<SectionReference> references = new ArrayList<>();
  final List<SectionReference> users = new ArrayList<>();
  final List<Consumer<SectionChange>> checks = new ArrayList<>();
  final List<Consumer<SectionChange>> effects = new ArrayList<>();
  String idParameter;
  Function<RoutedCall, String> newId;
  Function<String, RuntimeException> exists;
  Function<String, RuntimeException> missing;
  boolean digest;
  boolean digestInRows;
  boolean replaced;
  boolean deletedSilently;
  @Nullable Set<String> rowOptions;
  View row = (call, section, json) -> {};
  View item = (call, section, json) -> {};
  Visibility visibility = (call, section) -> true;
  Answer created = (call, section) -> null;
  Answer updated = (call, section) -> null;
  Answer deleted = (call, section) -> null;

  private SectionType(String itemPath, String collection, String idParameter) {
    this.itemPath = itemPath;
    this.collection = collection;
    this.idParameter = idParameter;
    this.exists = words("'%s' already exists");
    this.missing = words("no such entry '%s'");
    this.newId = call -> call.required(idParameter);
    for (String segment : itemPath.split("/", -1)) {
      if (segment.startsWith("{")) {
        rules.controls.add(segment.substring(1, segment.length() - 1));
      }
    }
  }

  /** Changes the JSON of a section. */
  @FunctionalInterface
  public interface View {
    /** Changes the JSON, which so far has the id and the options. */
    void shape(RoutedCall call, Section section, Map<String, @Nullable Object> json);
  }

  /** Decides whether a caller sees a section in the list. */
  @FunctionalInterface
  public interface Visibility {
    /** Returns whether the caller sees it. */
    boolean isVisible(RoutedCall call, Section section);
  }

  /** Creates the result of a write. */
  @FunctionalInterface
  public interface Answer {
    /** Returns the result. */
    @Nullable Object of(RoutedCall call, Section section);
  }

  /**
   * Starts a declaration.
   *
   * @param itemPath the path of one section as in the schema, such as {@code
   *     /cluster/ha/groups/{group}}
   */
  public static SectionType at(String itemPath) {
    int last = itemPath.lastIndexOf('/');
    return new SectionType(
        itemPath, itemPath.substring(0, last), itemPath.substring(last + 2, itemPath.length() - 1));
  }

  /**
   * Starts the declaration of a single section that always exists, such as {@code
   * /cluster/options}.
   */
  public static SectionType settings(String path) {
    return new SectionType(path, path, "");
  }

  boolean isSettings() {
    return idParameter.isEmpty();
  }

  /** Names the parameter of the id where it is not the placeholder of the path. */
  public SectionType id(String parameter) {
    idParameter = parameter;
    rules.controls.add(parameter);
    return this;
  }

  /** Sets how the id of a new section is found; by default it is the parameter of the id. */
  public SectionType newId(Function<RoutedCall, String> source) {
    newId = source;
    return this;
  }

  /** Sets the words of the 500 for an id that is taken. */
  public SectionType exists(String words) {
    exists = words(words);
    return this;
  }

  /** Sets the refusal of an id that is taken. */
  public SectionType exists(Function<String, RuntimeException> refusal) {
    exists = refusal;
    return this;
  }

  /** Sets the words of the 500 for an id that does not exist. */
  public SectionType missing(String words) {
    missing = words(words);
    return this;
  }

  /** Sets the refusal of an id that does not exist. */
  public SectionType missing(Function<String, RuntimeException> refusal) {
    missing = refusal;
    return this;
  }

  /** Adds parameters that are no options, separated by spaces. */
  public SectionType controls(String parameters) {
    rules.controls.addAll(Arrays.asList(parameters.split("\\s+")));
    return this;
  }

  /** Names the option that selects the kind of a section; it cannot be changed. */
  public SectionType kindOption(String option) {
    rules.kindOption = option;
    rules.fixed.add(option);
    return this;
  }

  /** Adds a kind. Without {@link #kindOption}, all sections have the same one. */
  public SectionType kind(String name, SectionKind kind) {
    rules.kinds.put(name, kind);
    return this;
  }

  /** Adds options that an update cannot change, separated by spaces. */
  public SectionType fixed(String options) {
    rules.fixed.addAll(Arrays.asList(options.split("\\s+")));
    return this;
  }

  /** Sets the value of an option that a new section has if the request does not set it. */
  public SectionType initially(String option, String value) {
    rules.defaults.put(option, value);
    return this;
  }

  /** Adds options that no response contains, separated by spaces. */
  public SectionType secret(String options) {
    secrets.addAll(Arrays.asList(options.split("\\s+")));
    return this;
  }

  /** Sets how the value of an option is sent where the type in the schema does not say it. */
  public SectionType rendered(String option, UnaryOperator<@Nullable Object> rendering) {
    renderings.put(option, rendering);
    return this;
  }

  /** Requires that the ids in an option exist in another collection. */
  public SectionType references(String option, String otherCollection, String words) {
    references.add(new SectionReference(option, otherCollection, words));
    return this;
  }

  /**
   * Refuses to delete a section while a section of another collection names it.
   *
   * @param words the refusal, with {@code %1$s} for the id and {@code %2$s} for that of the user
   */
  public SectionType usedBy(String otherCollection, String option, String words) {
    users.add(new SectionReference(option, otherCollection, words));
    return this;
  }

  /** Adds a check of each write; it throws a {@link RefusalException}, or adjusts the section. */
  public SectionType check(Consumer<SectionChange> check) {
    checks.add(check);
    return this;
  }

  /** Adds an effect of each write, after it has been stored. */
  public SectionType then(Consumer<SectionChange> effect) {
    effects.add(effect);
    return this;
  }

  /** Adds the digest of the file to items, and checks the parameter {@code digest} of writes. */
  public SectionType digest() {
    digest = true;
    return this;
  }

  /** Adds the digest of the file to items and to the rows of the list. */
  public SectionType digestInRows() {
    digestInRows = true;
    return digest();
  }

  /** Lets an update replace the whole section: it removes the options that it does not set. */
  public SectionType replaced() {
    replaced = true;
    return this;
  }

  /** Lets the deletion of a section that does not exist succeed. */
  public SectionType deletedSilently() {
    deletedSilently = true;
    return this;
  }

  /** Limits the rows of the list to the id and these options, separated by spaces. */
  public SectionType rowOptions(String options) {
    rowOptions = new TreeSet<>(Arrays.asList(options.split("\\s+")));
    return this;
  }

  /** Sets what changes the rows of the list. */
  public SectionType row(View view) {
    row = view;
    return this;
  }

  /** Sets what changes a section that is read alone. */
  public SectionType item(View view) {
    item = view;
    return this;
  }

  /** Shows a section in the list only if this is true. */
  public SectionType visible(Visibility rule) {
    visibility = rule;
    return this;
  }

  /**
   * Shows a section in the list only with one of these privileges.
   *
   * @param path the path of the privileges, with {@code %s} for the id
   */
  public SectionType visibleWith(String path, String... anyOfPrivileges) {
    return visible(
        (call, section) -> {
          String at = String.format(Locale.ROOT, path, section.id());
          return Arrays.stream(anyOfPrivileges).anyMatch(one -> call.identity().has(at, one));
        });
  }

  /** Sets the result of creating a section; null by default. */
  public SectionType created(Answer answer) {
    created = answer;
    return this;
  }

  /** Sets the result of updating a section; null by default. */
  public SectionType updated(Answer answer) {
    updated = answer;
    return this;
  }

  /** Sets the result of deleting a section; null by default. */
  public SectionType deleted(Answer answer) {
    deleted = answer;
    return this;
  }

  private static Function<String, RuntimeException> words(String words) {
    return id -> RefusalException.failure(String.format(Locale.ROOT, words, id));
  }
}
