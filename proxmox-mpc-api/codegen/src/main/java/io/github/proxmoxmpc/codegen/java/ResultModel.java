package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Accessor;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Field;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Result;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.java.text.Members;
import io.github.proxmoxmpc.codegen.java.text.WireName;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The result of one operation: a type for each object in it. Used once. */
final class ResultModel {
  private final PathNode place;
  private final Operation operation;
  private final PackageModel area;

  /** The package of the objects: that of the place, or that of shared results. */
  private final PackageModel types;

  private final SharedType.@Nullable Result shared;
  private final List<Result> objects = new ArrayList<>();

  ResultModel(PathNode place, Operation operation, PackageModel area) {
    this.place = place;
    this.operation = operation;
    this.area = area;
    this.types = area;
    this.shared = null;
  }

  /** Creates the model of the part of a result that several operations share. */
  private ResultModel(ResultModel whole, SharedType.Result shared) {
    this.place = whole.place;
    this.operation = whole.operation;
    this.area = whole.area;
    this.types = whole.area.shared().packageOf(shared);
    this.shared = shared;
  }

  /** Returns the name of the result: that of the place for GET, with a suffix for list entries. */
  static String nameOf(PathNode place, Operation operation) {
    String base = place.baseName();
    boolean isGet = operation.method().equals("GET");
    String method = JavaNames.type(operation.method().toLowerCase(Locale.ROOT));
    String owner = isGet ? base : JavaNames.joined(base, method);
    if (operation.returns().type().equals("array")) {
      return JavaNames.joined(owner, "Entry");
    }
    return isGet ? owner : JavaNames.joined(owner, "Result");
  }

  /** Returns the type of the result; null if there is no result. */
  @Nullable JavaType type() {
    TypeSchema returns = operation.returns();
    String name = nameOf(place, operation);
    List<String> doc = area.docs().ofResult(operation);
    return switch (returns.type()) {
      case "array" -> {
        TypeSchema items = returns.items();
        JavaType element =
            items.type().equals("object") ? object(name, items, doc) : field(name, "entry", items);
        yield returns.beside() == null ? element.listOf() : element.listingOf();
      }
      case "object" -> object(name, returns, doc);
      default -> scalar(returns);
    };
  }

  /** Returns the type of a result that is a single value; null if there is no result. */
  static @Nullable JavaType scalar(TypeSchema returns) {
    return switch (returns.type()) {
      case "null" -> null;
      case "download" -> JavaType.DOWNLOAD;
      default -> JavaType.scalar(returns);
    };
  }

  /** Returns the objects of the result, inner ones first. */
  List<Result> objects() {
    return objects;
  }

  private JavaType object(String name, TypeSchema schema, List<String> doc) {
    SharedType.Result type = SharedType.Result.of(schema);
    return type == null ? made(name, schema, doc) : shared(type, schema);
  }

  private JavaType shared(SharedType.Result type, TypeSchema schema) {
    ResultModel part = new ResultModel(this, type);
    JavaType java = part.made(type.java(), schema, area.docs().ofSharedResult(type));
    area.shared().add(type, part.objects, operation.title());
    return java;
  }

  private JavaType made(String name, TypeSchema schema, List<String> doc) {
    List<Accessor> accessors = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    Members members = new Members(Set.of());
    schema
        .properties()
        .forEach(
            (wire, property) -> {
              Accessor accessor =
                  wire.equals(GuardedFields.ANY_NAME)
                      ? entries(members.name("entries"), field(name, "entry", property), property)
                      : accessor(name, new WireName(wire), property, members);
              accessors.add(accessor);
              fields.add(new Field(JavaText.literal(wire), accessor.reader()));
            });
    // Numbered fields are looked up by name, which needs a table of all fields.
    boolean isNumbered = accessors.stream().anyMatch(Accessor::indexed);
    List<Field> guarded = area.guardedFields().of(schema, fields);
    objects.add(new Result(name, doc, accessors, isNumbered ? fields : List.of(), guarded));
    return JavaType.generated(types.name() + "." + name);
  }

  private Accessor accessor(String owner, WireName wire, TypeSchema schema, Members members) {
    JavaType type = field(owner, wire.stem(), schema);
    boolean optional = JavaType.mayBeNothing(schema);
    Code shown = optional ? type.orNull() : type.plain();
    if (wire.isNumbered()) {
      shown = new Code("java.util.SortedMap<Integer, " + type.name() + ">");
    }
    return new Accessor(
        members.name(wire.stem()),
        shown,
        JavaText.literal(wire.stem()),
        new Code(type.reader()),
        optional,
        wire.isNumbered(),
        Facts.of(wire.text(), schema));
  }

  private static Accessor entries(String method, JavaType type, TypeSchema schema) {
    return new Accessor(
        method,
        new Code("java.util.Map<String, " + type.name() + ">"),
        null,
        new Code(type.reader()),
        false,
        false,
        Facts.ofEntries(schema));
  }

  private JavaType field(String owner, String wire, TypeSchema schema) {
    if (schema.isItself()) {
      return JavaType.generated(types.name() + "." + owner);
    }
    // An object without properties would have no accessors; "*" declares any field.
    boolean isUntyped = schema.type().equals("object") || schema.freeReason() == null;
    if (schema.isOpen() && isUntyped && schema.propertyType() == null) {
      throw new IllegalArgumentException(
          operation.title()
              + ": the schema does not declare the type of "
              + wire
              + "; give it a type under \"results\" of overrides.json, or a reason under"
              + " \"freeForm\"");
    }
    return switch (schema.type()) {
      case "array" -> field(owner, wire, schema.items()).listOf();
      case "object" -> {
        SharedType.Result type = SharedType.Result.of(schema);
        yield type == null
            ? made(types.nameOf(owner, wire), schema, docOf(owner, wire))
            : shared(type, schema);
      }
      default -> area.enumerations().typeOf(wire, schema);
    };
  }

  private List<String> docOf(String owner, String wire) {
    return shared == null
        ? area.docs().ofField(operation, owner, wire)
        : area.docs().ofField(shared, owner, wire);
  }
}
