package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.Views.Accessor;
import io.github.proxmoxmpc.codegen.java.Views.Constant;
import io.github.proxmoxmpc.codegen.java.Views.Doc;
import io.github.proxmoxmpc.codegen.java.Views.Enumeration;
import io.github.proxmoxmpc.codegen.java.Views.Field;
import io.github.proxmoxmpc.codegen.java.Views.JavaFile;
import io.github.proxmoxmpc.codegen.java.Views.PackageInfo;
import io.github.proxmoxmpc.codegen.java.Views.Request;
import io.github.proxmoxmpc.codegen.java.Views.Result;
import io.github.proxmoxmpc.codegen.java.Views.ResultTypes;
import io.github.proxmoxmpc.codegen.java.Views.Service;
import io.github.proxmoxmpc.codegen.java.Views.ServiceMethod;
import io.github.proxmoxmpc.codegen.java.Views.Setter;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One package of the client: its requests, results, enumerations and Retrofit interface. */
final class PackageModel {
  /** How names are added to a delete list, by its type; a flag of that name is no list. */
  private static final Map<String, String> UNSET = Map.of("string", "append", "array", "appendAll");

  private static final String INDEX = "[n]";

  /** In overrides: fields whose names are data, such as paths. */
  private static final String ANY_NAME = "*";

  private final String name;
  private final TypeNames names = new TypeNames();
  private final Map<String, String> resultNames = new HashMap<>();
  private final List<ServiceMethod> methods = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<JavaFile> files = new ArrayList<>();
  private final Map<String, Values> enumerations = new LinkedHashMap<>();
  private final FormatModel formats;
  private final TypeDocs docs;

  /** The values of an enumeration, and those that one of its places had once. */
  private record Values(String wire, List<String> values, List<GoneValue> gone) {
    Values union(Values other) {
      List<GoneValue> all = new ArrayList<>(gone);
      other.gone.stream()
          .filter(each -> gone.stream().noneMatch(known -> known.text().equals(each.text())))
          .forEach(all::add);
      return new Values(wire, values, all);
    }
  }

  PackageModel(String name, FormatModel formats, TypeDocs docs) {
    this.name = name;
    this.formats = formats;
    this.docs = docs;
  }

  String name() {
    return name;
  }

  TypeNames names() {
    return names;
  }

  String serviceName() {
    return prefix() + "Service";
  }

  String resultTypesName() {
    return prefix() + "ResultTypes";
  }

  private String prefix() {
    return JavaNames.type(name.substring(name.lastIndexOf('.') + 1));
  }

  /** Keeps the names that follow from the path, before anything else can take them. */
  void reserve(String base, Operation operation) {
    names.take(requestName(base, operation));
    resultNames.put(operation.title(), names.take(resultName(base, operation)));
  }

  private static String requestName(String base, Operation operation) {
    return base + JavaNames.type(operation.method().toLowerCase(Locale.ROOT)) + "Request";
  }

  /** What GET answers has the name of the place; a list's entries say so. */
  private static String resultName(String base, Operation operation) {
    String owner =
        operation.method().equals("GET")
            ? base
            : base + JavaNames.type(operation.method().toLowerCase(Locale.ROOT));
    if (operation.returns().type().equals("array")) {
      return owner + "Entry";
    }
    return operation.method().equals("GET") ? owner : owner + "Result";
  }

  void addServiceMethod(ServiceMethod method) {
    methods.add(method);
  }

  /** Adds the request of an operation; null where it has no parameters but those of its path. */
  @Nullable String addRequest(String base, Operation operation, List<String> inPath) {
    List<Setter> setters = new ArrayList<>();
    List<Setter> required = new ArrayList<>();
    Members members = new Members(Set.of());
    String unset = null;
    // The verb that answers bytes sets it; here it would only make the answer no JSON.
    String flag = operation.returns().downloadParameter();
    for (Map.Entry<String, TypeSchema> parameter : operation.parameters().entrySet()) {
      TypeSchema schema = parameter.getValue();
      if (inPath.contains(parameter.getKey()) || parameter.getKey().equals(flag)) {
        continue;
      }
      if (parameter.getKey().equals("delete") && UNSET.containsKey(schema.type())) {
        unset = UNSET.get(schema.type());
        continue;
      }
      List<Setter> forms = setters(base, operation, parameter.getKey(), schema, members);
      setters.addAll(forms);
      if (!schema.optional()) {
        required.add(forms.get(0));
      }
    }
    if (setters.isEmpty() && unset == null && flag == null) {
      return null;
    }
    String type = requestName(base, operation);
    add(
        type,
        "request",
        new Request(
            type,
            JavaText.literal(operation.title()),
            JavaText.javadoc(operation.title()),
            docs.ofRequest(operation),
            setters,
            required,
            !required.isEmpty(),
            unset,
            inPath.stream().map(JavaText::literal).toList(),
            RuleCode.of(operation, inPath, formats)));
    return type;
  }

  /** A parameter as setters; identifiers come as their type first, and as the bare value. */
  private List<Setter> setters(
      String base, Operation operation, String wire, TypeSchema schema, Members members) {
    boolean indexed = wire.endsWith(INDEX);
    String plain = indexed ? wire.substring(0, wire.length() - INDEX.length()) : wire;
    String method = members.name(plain);
    String literal = JavaText.literal(plain);
    Doc doc = Facts.ofParameter(wire, schema);
    if (schema.type().equals("array")) {
      boolean open = schema.items().type().equals("any");
      JavaType element = open ? JavaType.STRING : type(base, operation, plain, schema.items());
      Code list = element.listOf().boxed();
      return List.of(new Setter(method, list, literal, method, indexed, "putAll", doc));
    }
    JavaType type = type(base, operation, plain, schema);
    List<Setter> setters = new ArrayList<>();
    if (type.isTextList()) {
      String value = "'" + JavaType.separator(schema) + "', " + method;
      setters.add(new Setter(method, type.boxed(), literal, value, indexed, "putJoined", doc));
    } else if (type.equals(JavaType.URLENCODED)) {
      setters.add(new Setter(method, type.boxed(), literal, method, indexed, "putEncoded", doc));
    } else if (type.isEnumeration()) {
      setters.add(
          new Setter(method, type.boxed(), literal, method + ".wire()", indexed, "put", doc));
    } else if (type.isIdentifier()) {
      setters.add(
          new Setter(method, type.boxed(), literal, method + ".toString()", indexed, "put", doc));
      Code bare = new Code(schema.type().equals("integer") ? "int" : "String");
      setters.add(new Setter(method, bare, literal, method, indexed, "put", doc));
    } else {
      boolean plainly = type.primitive() != null || type.isSecret() || type.isUnit();
      Code bare = plainly ? type.plain() : new Code("String");
      String value = type.isUnit() ? method + unitArgument(schema) : method;
      setters.add(new Setter(method, bare, literal, value, indexed, "put", doc));
    }
    return setters;
  }

  /** Durations are sent in seconds where nothing else is said. */
  private static String unitArgument(TypeSchema schema) {
    return "minutes".equals(schema.meaning()) ? ", ChronoUnit.MINUTES" : "";
  }

  /** Adds the result of an operation; null where it answers nothing. */
  @Nullable JavaType addResult(String base, Operation operation) {
    TypeSchema returns = operation.returns();
    if (returns.sameAs() != null) {
      return sharedResult(operation.title(), returns.sameAs());
    }
    String type = resultName(base, operation);
    List<String> doc = docs.ofResult(operation);
    if (returns.type().equals("array")) {
      JavaType element = resultType(base, operation, type, "entry", returns.items(), doc);
      return returns.beside() == null ? element.listOf() : element.listingOf();
    }
    if (returns.type().equals("object")) {
      return resultType(base, operation, type, "result", returns, doc);
    }
    return ClientModel.simpleResult(returns);
  }

  private JavaType sharedResult(String title, String other) {
    String type = resultNames.get(other);
    if (type == null) {
      throw new IllegalArgumentException(
          "overrides.json: " + title + " answers as no operation of its package does: " + other);
    }
    return JavaType.generated(name + "." + type);
  }

  private JavaType resultType(
      String base,
      Operation operation,
      String type,
      String field,
      TypeSchema schema,
      List<String> doc) {
    if (!schema.type().equals("object")) {
      return fieldType(base, operation, type, field, schema);
    }
    List<Accessor> accessors = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    Members members = new Members(Set.of());
    schema
        .properties()
        .forEach(
            (wire, property) -> {
              Accessor accessor = accessor(base, operation, type, wire, property, members);
              accessors.add(accessor);
              fields.add(new Field(JavaText.literal(wire), accessor.reader()));
            });
    // Only where a name is not that of its accessor is anybody in want of a table.
    boolean isNumbered = accessors.stream().anyMatch(Accessor::indexed);
    add(type, "result", new Result(type, doc, accessors, isNumbered ? fields : List.of()));
    results.add(type);
    return JavaType.generated(name + "." + type);
  }

  private Accessor accessor(
      String base,
      Operation operation,
      String owner,
      String wire,
      TypeSchema schema,
      Members members) {
    if (wire.equals(ANY_NAME)) {
      return entries(base, operation, owner, schema, members);
    }
    boolean indexed = wire.endsWith(INDEX);
    String plain = indexed ? wire.substring(0, wire.length() - INDEX.length()) : wire;
    JavaType type = fieldType(base, operation, owner, plain, schema);
    boolean optional = JavaType.mayBeNothing(schema);
    Code shown = optional ? type.orNull() : type.plain();
    if (indexed) {
      shown = new Code("java.util.SortedMap<Integer, " + type.name() + ">");
    }
    return new Accessor(
        members.name(plain),
        shown,
        JavaText.literal(plain),
        new Code(type.reader()),
        optional,
        indexed,
        Facts.of(wire, schema));
  }

  private Accessor entries(
      String base, Operation operation, String owner, TypeSchema schema, Members members) {
    JavaType type = fieldType(base, operation, owner, "entry", schema);
    return new Accessor(
        members.name("entries"),
        new Code("java.util.Map<String, " + type.name() + ">"),
        null,
        new Code(type.reader()),
        false,
        false,
        Doc.of("Every field by its name, which is data here."));
  }

  private JavaType fieldType(
      String base, Operation operation, String owner, String wire, TypeSchema schema) {
    if (schema.isOpen() && schema.freeReason() == null && schema.propertyType() == null) {
      throw new IllegalArgumentException(
          operation.title()
              + ": nothing is told of "
              + wire
              + "; give it a type under \"results\" of overrides.json, or a reason under"
              + " \"freeForm\"");
    }
    if (schema.type().equals("array")) {
      return fieldType(base, operation, owner, wire, schema.items()).listOf();
    }
    if (schema.type().equals("object")) {
      String nested =
          names.takeFirst(owner + JavaNames.type(wire), owner + JavaNames.type(wire) + "Value");
      List<String> doc = docs.ofField(operation, owner, wire);
      return resultType(base, operation, nested, wire, schema, doc);
    }
    return type(base, operation, wire, schema);
  }

  /** The type of a scalar; an enumeration is made where there is none of that field and values. */
  private JavaType type(String base, Operation operation, String wire, TypeSchema schema) {
    JavaType property = FormatModel.typeOf(schema);
    if (property != null) {
      return property;
    }
    if (schema.values().isEmpty() || !schema.type().equals("string")) {
      return JavaType.scalar(schema);
    }
    List<String> key = Uses.enumeration(name, wire, schema.values());
    String field = JavaNames.type(wire);
    String verb = JavaNames.type(operation.method().toLowerCase(Locale.ROOT));
    String type =
        names.enumeration(
            key, field, base + field, base + verb + field, base + verb + field + "Value");
    enumerations.merge(type, new Values(wire, schema.values(), schema.goneValues()), Values::union);
    return JavaType.generated(name + "." + type);
  }

  /** The constants of an enumeration; what is gone comes last. */
  static List<Constant> constants(
      List<String> values, List<GoneValue> goneValues, Map<String, @Nullable Object> since) {
    Set<String> taken = new HashSet<>(Set.of("UNRECOGNIZED", "TYPE"));
    List<Constant> constants = new ArrayList<>();
    for (String value : values.stream().distinct().toList()) {
      constants.add(constant(value, Facts.of(value, since.get(value)), taken));
    }
    for (GoneValue gone : goneValues) {
      constants.add(constant(gone.text(), Facts.of(gone), taken));
    }
    return constants;
  }

  private static Constant constant(String value, Doc doc, Set<String> taken) {
    String constant = JavaNames.constant(value);
    while (!taken.add(constant)) {
      constant += "_";
    }
    return new Constant(constant, JavaText.literal(value), doc);
  }

  private void add(String type, String template, Object model) {
    files.add(new JavaFile(name, names, type, template, model));
  }

  /** All files of the package. */
  List<JavaFile> files() {
    List<JavaFile> all = new ArrayList<>(files);
    enumerations.forEach(
        (type, values) -> {
          List<String> key = Uses.enumeration(name, values.wire(), values.values());
          List<String> doc = docs.ofEnumeration(key, values.wire());
          List<Constant> constants =
              constants(values.values(), values.gone(), docs.valuesSince(key));
          all.add(
              new JavaFile(
                  name, names, type, "enumeration", new Enumeration(type, doc, constants)));
        });
    if (!methods.isEmpty()) {
      String service = names.take(serviceName());
      all.add(new JavaFile(name, names, service, "service", new Service(service, methods)));
      String types = names.take(resultTypesName());
      all.add(new JavaFile(name, names, types, "resultTypes", new ResultTypes(types, results)));
    }
    all.add(
        new JavaFile(
            name, names, "package-info", "packageInfo", new PackageInfo(docs.ofPackage(name))));
    return all;
  }
}
