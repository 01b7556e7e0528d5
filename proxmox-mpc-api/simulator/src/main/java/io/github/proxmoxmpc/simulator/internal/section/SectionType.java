package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
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
public final class SectionType extends SectionResponses {
  final String itemPath;
  final String collection;
  final OptionRules rules = new OptionRules();
  final List<SectionReference> references = new ArrayList<>();
  final List<SectionReference> users = new ArrayList<>();
  final List<Consumer<SectionChange>> checks = new ArrayList<>();
  final List<Consumer<SectionChange>> effects = new ArrayList<>();
  String idParameter;
  String storedAt;
  BiFunction<RoutedCall, String, String> key = (call, id) -> id;
  Consumer<RoutedCall> readCheck = call -> {};
  String runningAt = "";
  List<String> stagedKeys = List.of();
  String noun = "";
  String createVerb = "create";
  Function<RoutedCall, String> newId;
  Function<String, RuntimeException> exists;
  Function<String, RuntimeException> missing;
  boolean digest;
  String digestAlgorithm = "SHA-1";
  boolean digestInRows;
  boolean replaced;
  boolean deletedSilently;

  private SectionType(String itemPath, String collection, String idParameter) {
    this.itemPath = itemPath;
    this.collection = collection;
    this.idParameter = idParameter;
    this.storedAt = collection;
    this.exists = words("'%s' already exists");
    this.missing = words("no such entry '%s'");
    this.newId = call -> call.required(idParameter);
    for (String segment : itemPath.split("/", -1)) {
      if (segment.startsWith("{")) {
        rules.controls.add(segment.substring(1, segment.length() - 1));
      }
    }
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

  /** Starts the declaration of a section that always exists, such as {@code /cluster/options}. */
  public static SectionType settings(String path) {
    return new SectionType(path, path, "");
  }

  @Override
  SectionType self() {
    return this;
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

  /** Sets the path of the file where it is not the path of the collection. */
  public SectionType storedAt(String path) {
    storedAt = path;
    return this;
  }

  /**
   * Separates the configuration from the one that is in use, which reads with {@code running} show.
   * Reads with {@code pending} compare the two.
   *
   * @param runningPath the path of the file in use
   * @param keyOptions the options that a new section shows beside its pending ones
   */
  public SectionType staged(String runningPath, String... keyOptions) {
    runningAt = runningPath;
    stagedKeys = List.of(keyOptions);
    return controls("lock-token");
  }

  /** Prefixes failures of writes as the lock of the file does: "create NOUN failed: ". */
  public SectionType failing(String what) {
    noun = what;
    return this;
  }

  /** Sets the verb of failures to create a section: "VERB NOUN failed: ". */
  public SectionType createVerb(String verb) {
    createVerb = verb;
    return this;
  }

  /** Sets how ids are normalized, for example to lower case. */
  public SectionType key(UnaryOperator<String> normalization) {
    return key((call, id) -> normalization.apply(id));
  }

  /** Sets how ids are normalized where that depends on the state of the cluster. */
  public SectionType key(BiFunction<RoutedCall, String, String> normalization) {
    key = normalization;
    return this;
  }

  /** Adds a check of each read; it throws a {@link RefusalException}. */
  public SectionType readCheck(Consumer<RoutedCall> check) {
    readCheck = check;
    return this;
  }

  /** Sets the refusal to delete an option that does not exist; null ignores such a request. */
  public SectionType unknownOption(Function<String, @Nullable RuntimeException> refusal) {
    rules.unknown = refusal;
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

  /** Requires that the ids in an option exist in another collection. */
  public SectionType references(String option, String otherCollection, String words) {
    references.add(new SectionReference(option, otherCollection, words));
    return this;
  }

  /** Refuses to delete a section that another one names; {@code %2$s} is the id of that one. */
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

  /** Sets the algorithm of the digest. */
  public SectionType digestAlgorithm(String name) {
    digestAlgorithm = name;
    return digest();
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

  private static Function<String, RuntimeException> words(String words) {
    return id -> RefusalException.failure(String.format(Locale.ROOT, words, id));
  }
}
