package io.github.proxmoxmpc.codegen.java;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the templates show: plain values, ready to be printed. */
final class Views {
  private Views() {}

  /** A Java file. */
  record JavaFile(
      String packageName, TypeNames names, String typeName, String template, Object model) {}

  /** A class of the path tree. */
  record PathClass(
      String name,
      String path,
      List<String> fields,
      List<Child> children,
      List<Verb> verbs,
      @Nullable String service,
      @Nullable String adapters) {}

  /** A step down the tree. */
  record Child(String method, Code type, String path, @Nullable Argument argument) {}

  /** The argument of a step: its Java type and how it becomes text. */
  record Argument(Code type, String name, Code toText) {}

  /** An operation on a class of the path tree. */
  record Verb(
      String method,
      String http,
      String pathLiteral,
      String sinceLiteral,
      @Nullable String untilLiteral,
      @Nullable String privilegeLiteral,
      boolean tokenAllowed,
      String serviceMethod,
      Code result,
      Code asyncResult,
      boolean isVoid,
      boolean isTask,
      boolean isOptionalTask,
      @Nullable String request,
      boolean requestOptional,
      List<String> fields,
      List<String> doc) {}

  /** A Retrofit interface. */
  record Service(String name, List<ServiceMethod> methods) {}

  /** A method of a Retrofit interface. */
  record ServiceMethod(
      String name, String http, String pathLiteral, Code result, List<PathParameter> parameters) {}

  /** A path parameter of a Retrofit method. */
  record PathParameter(String nameLiteral, String argument) {}

  /** The adapters of a package. */
  record Adapters(String name, List<String> types) {}

  /** A request with its builder. */
  record Request(
      String name,
      String titleLiteral,
      String titleDoc,
      List<Setter> setters,
      List<Setter> required,
      boolean hasRequired,
      boolean unset,
      List<String> pathParameters,
      List<String> rules) {}

  /** A setter of a builder. */
  record Setter(
      String method,
      Code type,
      String nameLiteral,
      String value,
      boolean indexed,
      boolean list,
      List<String> doc) {}

  /** A result. */
  record Result(String name, String titleDoc, List<Accessor> accessors) {}

  /** An accessor of a result. */
  record Accessor(
      String method,
      Code type,
      @Nullable String nameLiteral,
      Code reader,
      boolean optional,
      boolean indexed,
      List<String> doc) {}

  /** An enumeration. */
  record Enumeration(String name, String doc, List<Constant> constants) {}

  /** A value of an enumeration. */
  record Constant(String name, String literal, String doc) {}

  /** A package. */
  record PackageInfo(String doc) {}
}
