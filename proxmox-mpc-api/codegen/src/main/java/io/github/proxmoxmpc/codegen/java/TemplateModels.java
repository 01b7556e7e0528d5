package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.TypeNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of the templates: plain values, ready to be printed. */
final class TemplateModels {
  private TemplateModels() {}

  /** The Javadoc of a member, and the reason if it is deprecated. */
  record Doc(List<String> lines, @Nullable String deprecation) {
    static Doc of(String line) {
      return new Doc(List.of(line), null);
    }
  }

  /** A Java file. */
  record JavaFile(TypeNames names, String typeName, String template, Object model) {
    String packageName() {
      return names.packageName();
    }
  }

  /** A class of the path tree. */
  record PathClass(
      String name,
      List<String> doc,
      boolean isRoot,
      @Nullable PathValue value,
      List<Child> children,
      List<Verb> verbs) {}

  /**
   * The path parameter of a class of the path tree.
   *
   * @param rule the expression that checks it
   * @param dependsOnRelease whether some releases do not have all of its values
   */
  record PathValue(Code type, String name, String rule, boolean dependsOnRelease) {}

  /** A step down the tree. */
  record Child(String method, Code type, Doc doc, @Nullable Argument argument) {}

  /** The argument of a step, and the expression that turns it into the field. */
  record Argument(Code type, String name, Code toField) {}

  /** An operation on a class of the path tree. */
  record Verb(
      String method,
      String constant,
      String kind,
      String http,
      String pathLiteral,
      Code reader,
      Code read,
      @Nullable String sinceLiteral,
      @Nullable String goneInLiteral,
      @Nullable String insteadLiteral,
      String privilegeLiteral,
      Code result,
      Code asyncResult,
      boolean isVoid,
      boolean isTask,
      boolean isOptionalTask,
      @Nullable String request,
      boolean requestOptional,
      @Nullable String flagLiteral,
      @Nullable String returned,
      Doc doc) {

    /** Returns the verb that downloads the same result as bytes, by setting a flag. */
    Verb asDownload(Code reader, String flagLiteral) {
      List<String> inBytes = new ArrayList<>(doc.lines());
      inBytes.add("");
      inBytes.add("<p>Returns the complete result as a stream of bytes, which must be closed.");
      return new Verb(
          "download",
          "DOWNLOAD",
          "DOWNLOAD",
          http,
          pathLiteral,
          reader,
          JavaType.DOWNLOAD.boxed(),
          sinceLiteral,
          goneInLiteral,
          insteadLiteral,
          privilegeLiteral,
          JavaType.DOWNLOAD.plain(),
          JavaType.DOWNLOAD.boxed(),
          false,
          false,
          false,
          request,
          requestOptional,
          flagLiteral,
          null,
          new Doc(inBytes, doc.deprecation()));
    }
  }

  /** A request with its builder. */
  record Request(
      String name,
      String titleLiteral,
      String titleDoc,
      List<String> doc,
      List<Setter> setters,
      List<Setter> required,
      boolean hasRequired,
      @Nullable String unset,
      List<String> pathParameters,
      List<Rule> rules) {}

  /** The rule of a parameter: a chain of calls, and the rules if it is a property string. */
  record Rule(String code, List<PropertyRule> properties) {}

  /** The rules of a property string, and the value of another parameter that they apply to. */
  record PropertyRule(@Nullable String whenLiteral, Code rules) {}

  /** A setter of a builder, and the method that it calls. */
  record Setter(
      String method,
      Code type,
      String nameLiteral,
      String value,
      boolean indexed,
      String put,
      Doc doc) {}

  /**
   * A result.
   *
   * @param fields the readers of its fields by name; empty if fields are not looked up by name
   * @param guarded the readers of fields with secrets; the last one has no name and is for all
   *     other fields
   */
  record Result(
      String name,
      List<String> doc,
      List<Accessor> accessors,
      List<Field> fields,
      List<Field> guarded) {}

  /** A field of a result, by its name in the schema; without a name, all other fields. */
  record Field(@Nullable String nameLiteral, Code reader) {}

  /** An accessor of a result. */
  record Accessor(
      String method,
      Code type,
      @Nullable String nameLiteral,
      Code reader,
      boolean optional,
      boolean indexed,
      Doc doc) {
    /** Returns a copy with other Javadoc. */
    Accessor with(Doc other) {
      return new Accessor(method, type, nameLiteral, reader, optional, indexed, other);
    }
  }

  /** An enumeration. */
  record Enumeration(String name, List<String> doc, List<Constant> constants) {}

  /** A value of an enumeration. */
  record Constant(String name, String literal, Doc doc) {}

  /** The type of a property string. */
  record PropertyType(
      String name,
      List<String> doc,
      String keys,
      List<Accessor> accessors,
      List<Setter> setters,
      List<Setter> required,
      boolean hasRequired,
      List<String> secretLiterals,
      List<Shortcut> shortcuts,
      List<Enumeration> enumerations) {}

  /** A factory method for a property string with some preset keys. */
  record Shortcut(String method, String doc, List<Setter> arguments, List<String> presetLiterals) {}

  /** The rules of a property string in its variants. */
  record PropertyRulesClass(String name, Code type, List<RulesVariant> variants) {}

  /** The rules of one variant. */
  record RulesVariant(
      String name, String doc, List<String> rules, @Nullable String agreementLiteral) {}

  /** A type of identifiers. */
  record Identifier(
      String name, List<String> doc, String kindLiteral, String sentLiteral, String ruleLiteral) {}

  /** A package. */
  record PackageInfo(List<String> doc) {}
}
