package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.Operation;
import org.jspecify.annotations.Nullable;

/** Writes the expressions that read results: calls of the client's {@code Results}. */
final class ResultReaders {
  private static final String API = "io.github.proxmoxmpc.api.";
  private static final String RESULTS = API + "internal.response.Results.";

  /** The reader of a result in bytes. */
  static final Code DOWNLOAD = new Code(RESULTS + "download()");

  private ResultReaders() {}

  /** Returns the expression that reads the result of an operation. */
  static Code readerOf(Operation operation, @Nullable JavaType type, boolean mayBeNull) {
    if (type == null) {
      return new Code(RESULTS + "nothing()");
    }
    if (type.equals(JavaType.DOWNLOAD)) {
      return DOWNLOAD;
    }
    if (mayBeNull && type.equals(JavaType.UPID)) {
      return new Code(RESULTS + "optionalTask()");
    }
    String factory = mayBeNull ? "nullable" : factoryOf(operation, type);
    return new Code(RESULTS + factory + "(() -> " + type.reader() + ")");
  }

  private static String factoryOf(Operation operation, JavaType type) {
    boolean isList = type.name().startsWith("java.util.List<");
    if (operation.returns().mayBeAgentError()) {
      return isList ? "agentList" : "agentObject";
    }
    if (type.name().startsWith(API + "message.ListResult<")) {
      return "listing";
    }
    if (isList) {
      return "list";
    }
    return type.equals(ResultModel.scalar(operation.returns())) ? "value" : "object";
  }

  /** Returns the type that is read; a task is read as its UPID. */
  static Code readBy(@Nullable JavaType type, boolean mayBeNull) {
    if (type == null) {
      return new Code("Void");
    }
    return mayBeNull ? type.orNull() : type.boxed();
  }

  /** Returns the name of the kind of an operation. */
  static String kindOf(Operation operation, @Nullable JavaType type, boolean mayBeNull) {
    if (JavaType.UPID.equals(type)) {
      return mayBeNull ? "OPTIONAL_TASK" : "TASK";
    }
    if (JavaType.DOWNLOAD.equals(type)) {
      return "DOWNLOAD";
    }
    return operation.method().equals("GET") ? "READ" : "WRITE";
  }
}
