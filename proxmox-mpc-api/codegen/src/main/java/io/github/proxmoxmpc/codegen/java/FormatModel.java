package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PackageInfo;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PropertyRule;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.java.text.TypeNames;
import io.github.proxmoxmpc.codegen.java.text.WireName;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.PropertyFormats.Row;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The property strings of a schema: a Java type for each format, with the rules of its variants.
 */
final class FormatModel {
  static final String PACKAGE = "io.github.proxmoxmpc.api.format";
  static final String RULES_PACKAGE = "io.github.proxmoxmpc.api.internal.rules";

  private final TypeDocs docs;
  private final Map<String, FormatType> types = new TreeMap<>();

  private FormatModel(TypeDocs docs) {
    this.docs = docs;
  }

  /** Collects the property strings of all operations. */
  static FormatModel of(ApiSchema schema, TypeDocs docs) {
    FormatModel model = new FormatModel(docs);
    for (Row row : schema.formats().rows()) {
      model.types.put(row.java(), new FormatType(row));
    }
    for (Operation operation : schema.operations()) {
      operation
          .parameters()
          .forEach((name, parameter) -> model.rulesOf(operation, name, parameter));
      model.addAnswered(operation.returns());
    }
    model.types.values().removeIf(type -> !type.isUsed());
    return model;
  }

  /** Returns the Java type of a property string; null for any other value. */
  static @Nullable JavaType typeOf(TypeSchema schema) {
    String java = schema.propertyType();
    return java == null ? null : JavaType.generated(PACKAGE + "." + java);
  }

  /** Returns whether a value is a property string with secret keys. */
  boolean hasSecrets(TypeSchema schema) {
    FormatType type = types.get(String.valueOf(schema.propertyType()));
    return type != null && type.hasSecrets();
  }

  /**
   * Returns the rules of a parameter that is a property string; several if they depend on another
   * parameter.
   */
  List<PropertyRule> rulesOf(Operation operation, String name, TypeSchema schema) {
    List<PropertyRule> rules = new ArrayList<>();
    TypeSchema value = schema.element();
    if (!value.keys().isEmpty()) {
      rules.add(new PropertyRule(null, variant(operation, name, "", value)));
    }
    for (TypeSchema each : schema.alternatives()) {
      if (!each.items().keys().isEmpty()) {
        for (String type : each.instanceTypes()) {
          rules.add(
              new PropertyRule(
                  JavaText.literal(type), variant(operation, name, "_" + type, each.items())));
        }
      }
    }
    return rules;
  }

  private Code variant(Operation operation, String name, String suffix, TypeSchema schema) {
    FormatType type = typeNamed(schema);
    String stem = new WireName(name).stem();
    String constant = type.variant(name, JavaNames.constant(stem + suffix), schema);
    return new Code(RULES_PACKAGE + "." + type.rulesName() + "." + constant);
  }

  private void addAnswered(TypeSchema schema) {
    if (schema.propertyType() != null) {
      typeNamed(schema).addAnswered(schema);
    }
    schema.properties().values().forEach(this::addAnswered);
    if (schema.facts().containsKey("items")) {
      addAnswered(schema.items());
    }
  }

  private FormatType typeNamed(TypeSchema schema) {
    return Objects.requireNonNull(
        types.get(schema.propertyType()),
        () -> "overrides.json: no row of \"formats\" for " + schema.propertyType());
  }

  /** Returns the files of the types and of their rules. */
  List<JavaFile> files() {
    if (types.isEmpty()) {
      return List.of();
    }
    TypeNames names = new TypeNames(PACKAGE, Renderer.fixedNames());
    TypeNames rulesNames = new TypeNames(RULES_PACKAGE, Renderer.fixedNames());
    List<JavaFile> files = new ArrayList<>();
    for (FormatType type : types.values()) {
      names.take(type.name());
      rulesNames.take(type.rulesName());
    }
    for (FormatType type : types.values()) {
      files.add(new JavaFile(names, type.name(), "propertyType", type.view(docs)));
      if (type.hasRules()) {
        files.add(new JavaFile(rulesNames, type.rulesName(), "propertyRules", type.rulesView()));
      }
    }
    files.add(
        new JavaFile(
            names,
            "package-info",
            "packageInfo",
            new PackageInfo(
                List.of(
                    "Property strings, such as {@code net0} and {@code rootfs}, as types that are"
                        + " generated from the schema of Proxmox VE."))));
    files.add(
        new JavaFile(
            rulesNames,
            "package-info",
            "packageInfo",
            new PackageInfo(
                List.of(
                    "The rules of property strings. For the generated requests, not for users."))));
    return files;
  }
}
