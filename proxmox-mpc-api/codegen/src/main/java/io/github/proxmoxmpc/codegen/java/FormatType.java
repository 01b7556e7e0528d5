package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Accessor;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PropertyRulesClass;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PropertyType;
import io.github.proxmoxmpc.codegen.java.TemplateModels.RulesVariant;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Setter;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Shortcut;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.java.text.Members;
import io.github.proxmoxmpc.codegen.schema.Json;
import io.github.proxmoxmpc.codegen.schema.PropertyFormats.Row;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Java type of one format, with the keys of all its parameters and fields. */
final class FormatType {
  private static final String SECRETS = "secrets";

  private final Row row;
  private final Set<String> wireNames = new TreeSet<>();
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final FormatKeys keys = new FormatKeys();

  /** The format of one parameter. */
  private record Variant(String wireName, TypeSchema schema) {}

  FormatType(Row row) {
    this.row = row;
  }

  String name() {
    return row.java();
  }

  String rulesName() {
    return row.java() + "Rules";
  }

  boolean isUsed() {
    return !keys.isEmpty();
  }

  boolean hasSecrets() {
    return !texts(SECRETS).isEmpty();
  }

  boolean hasRules() {
    return !variants.isEmpty();
  }

  /** Adds the format of a parameter and returns the name of the constant with its rules. */
  String variant(String wireName, String constant, TypeSchema schema) {
    for (Map.Entry<String, Variant> known : variants.entrySet()) {
      if (known.getValue().schema().keys().equals(schema.keys())) {
        return known.getKey();
      }
    }
    String free = constant;
    for (int i = 2; variants.containsKey(free); i++) {
      free = constant + "_" + i;
    }
    variants.put(free, new Variant(wireName, schema));
    wireNames.add(wireName);
    keys.addTaken(schema.keys());
    return free;
  }

  /** Adds the format of a result. */
  void addAnswered(TypeSchema schema) {
    keys.addAnswered(schema.keys());
  }

  /** Returns the class with the rules of all variants. */
  PropertyRulesClass rulesView() {
    List<RulesVariant> views = new ArrayList<>();
    variants.forEach(
        (constant, variant) -> {
          String format = variant.schema().text("formatName");
          views.add(
              new RulesVariant(
                  constant,
                  JavaText.javadoc(variant.wireName()),
                  RuleCode.ofKeys(variant.schema().keys(), texts(SECRETS)),
                  format == null ? null : JavaText.literal(format)));
        });
    return new PropertyRulesClass(rulesName(), new Code(FormatModel.PACKAGE + "." + name()), views);
  }

  /** Returns the class of the type. */
  PropertyType view(TypeDocs docs) {
    KeyTypes types = new KeyTypes(row);
    Members members = new Members(KeyTypes.TAKEN_MEMBERS);
    List<Accessor> accessors = new ArrayList<>();
    List<Setter> setters = new ArrayList<>();
    List<Setter> required = new ArrayList<>();
    Map<String, Setter> byKey = new LinkedHashMap<>();
    List<String> requiredKeys = new ArrayList<>();
    keys.each(
        (key, schema, isRequired) -> {
          JavaType type = types.of(key, schema);
          String member = members.name(key);
          Doc doc = Facts.of(key, schema);
          String literal = JavaText.literal(key);
          accessors.add(
              new Accessor(
                  member,
                  isRequired ? type.plain() : type.orNull(),
                  literal,
                  new Code(type.reader()),
                  !isRequired,
                  false,
                  doc));
          Setter setter =
              new Setter(
                  member, type.plain(), literal, types.written(type, member), false, "set", doc);
          setters.add(setter);
          byKey.put(key, setter);
          if (isRequired) {
            requiredKeys.add(literal);
            required.add(setter);
          }
        });
    List<Setter> arguments = arguments(required);
    List<String> secrets = texts(SECRETS).stream().map(JavaText::literal).toList();
    return new PropertyType(
        name(),
        doc(docs),
        keys.code(requiredKeys),
        accessors,
        setters,
        arguments,
        !arguments.isEmpty(),
        secrets,
        shortcuts(byKey),
        types.enumerations());
  }

  /**
   * Returns the arguments of the builder. Adjacent strings would be easy to swap; if there are any,
   * all strings are set by name instead.
   */
  private static List<Setter> arguments(List<Setter> required) {
    for (int i = 1; i < required.size(); i++) {
      if (isText(required.get(i - 1)) && isText(required.get(i))) {
        return required.stream().filter(setter -> !isText(setter)).toList();
      }
    }
    return required;
  }

  private static boolean isText(Setter setter) {
    return setter.type().text().equals("String");
  }

  private List<String> doc(TypeDocs docs) {
    Set<String> names = wireNames.isEmpty() ? new TreeSet<>(row.names()) : wireNames;
    List<String> lines = new ArrayList<>();
    lines.add(
        names.stream()
            .map(JavaText::javadoc)
            .collect(
                Collectors.joining(", ", "The property string ", ". Immutable and thread-safe.")));
    lines.addAll(docs.ofFormat(name()));
    return lines;
  }

  private List<Shortcut> shortcuts(Map<String, Setter> byKey) {
    List<Shortcut> shortcuts = new ArrayList<>();
    for (Object each : Json.list(row.facts().get("shortcuts"))) {
      Map<String, @Nullable Object> shortcut = Json.object(each);
      List<String> presets = new ArrayList<>();
      Json.object(shortcut.get("set"))
          .forEach((key, value) -> presets.add(JavaText.literal(key + "=" + value)));
      shortcuts.add(
          new Shortcut(
              JavaNames.member(String.valueOf(shortcut.get("name"))),
              String.valueOf(shortcut.get("doc")),
              Json.list(shortcut.get("arguments")).stream()
                  .map(key -> byKey.get(String.valueOf(key)))
                  .toList(),
              presets));
    }
    return shortcuts;
  }

  private List<String> texts(String fact) {
    return Json.list(row.facts().get(fact)).stream().map(String::valueOf).toList();
  }
}
