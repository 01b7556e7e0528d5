package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Request;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Setter;
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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The request of one operation, with its parameters as setters of a builder. Used once. */
final class RequestModel {
  /** The method that adds names to a delete list, by its type; a flag called delete is no list. */
  private static final Map<String, String> UNSET = Map.of("string", "append", "array", "appendAll");

  private final PathNode place;
  private final Operation operation;
  private final Enumerations enumerations;
  private final Members members = new Members(Set.of());
  private final List<Setter> setters = new ArrayList<>();
  private final List<Setter> required = new ArrayList<>();
  private @Nullable String unset;

  RequestModel(PathNode place, Operation operation, Enumerations enumerations) {
    this.place = place;
    this.operation = operation;
    this.enumerations = enumerations;
    // Only the verb download() sets this flag: with it, the response is not JSON.
    String flag = operation.returns().downloadParameter();
    operation
        .parameters()
        .forEach(
            (wire, schema) -> {
              if (!place.parameters().contains(wire) && !wire.equals(flag)) {
                add(wire, schema);
              }
            });
  }

  /** Returns the name of the request of an operation. */
  static String nameOf(PathNode place, Operation operation) {
    String method = JavaNames.type(operation.method().toLowerCase(Locale.ROOT));
    return JavaNames.joined(place.baseName(), method, "Request");
  }

  /** Returns whether the operation has only path parameters. */
  boolean isEmpty() {
    return setters.isEmpty() && unset == null && operation.returns().downloadParameter() == null;
  }

  private void add(String wire, TypeSchema schema) {
    if (wire.equals("delete") && UNSET.containsKey(schema.type())) {
      unset = UNSET.get(schema.type());
      return;
    }
    List<Setter> forms = forms(new WireName(wire), schema);
    setters.addAll(forms);
    if (!schema.optional()) {
      required.add(forms.get(0));
    }
  }

  /**
   * Returns the setters of a parameter. Identifiers have two: by type first, then by bare value.
   */
  private List<Setter> forms(WireName wire, TypeSchema schema) {
    Form form = new Form(members.name(wire.stem()), wire, Facts.ofParameter(wire.text(), schema));
    if (schema.type().equals("array")) {
      boolean open = schema.items().type().equals("any");
      JavaType element = open ? JavaType.STRING : enumerations.typeOf(wire.stem(), schema.items());
      return List.of(form.putting("putAll", element.listOf().boxed(), form.method()));
    }
    JavaType type = enumerations.typeOf(wire.stem(), schema);
    if (type.isTextList()) {
      String joined = "'" + JavaType.separator(schema) + "', " + form.method();
      return List.of(form.putting("putJoined", type.boxed(), joined));
    }
    if (type.equals(JavaType.URLENCODED)) {
      return List.of(form.putting("putEncoded", type.boxed(), form.method()));
    }
    if (type.isEnumeration()) {
      return List.of(form.putting("put", type.boxed(), form.method() + ".wire()"));
    }
    if (type.isIdentifier()) {
      Code bare = new Code(schema.type().equals("integer") ? "int" : "String");
      return List.of(
          form.putting("put", type.boxed(), form.method() + ".toString()"),
          form.putting("put", bare, form.method()));
    }
    boolean plainly =
        type.primitive() != null
            || type.isSecret()
            || type.isUnit()
            || type.equals(JavaType.UPLOAD);
    String value = type.isUnit() ? form.method() + unitArgument(schema) : form.method();
    return List.of(form.putting("put", plainly ? type.plain() : new Code("String"), value));
  }

  /** Returns the argument that sets the unit of a duration; without it, seconds are sent. */
  private static String unitArgument(TypeSchema schema) {
    return "minutes".equals(schema.meaning()) ? ", ChronoUnit.MINUTES" : "";
  }

  /** The common properties of the setters of one parameter. */
  private record Form(String method, WireName wire, Doc doc) {
    Setter putting(String put, Code type, String value) {
      String literal = JavaText.literal(wire.stem());
      return new Setter(method, type, literal, value, wire.isNumbered(), put, doc);
    }
  }

  /** Returns the class of the request. */
  Request view(FormatModel formats, TypeDocs docs) {
    return new Request(
        nameOf(place, operation),
        JavaText.literal(operation.title()),
        JavaText.javadoc(operation.title()),
        docs.ofRequest(operation),
        setters,
        required,
        !required.isEmpty(),
        unset,
        place.parameters().stream().map(JavaText::literal).toList(),
        RuleCode.of(operation, place.parameters(), formats));
  }
}
