package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.JavaFile;
import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Generates the sources of the client from the schema. The build of the client runs it. */
public final class ClientGenerator {
  static final String ROOT_PACKAGE = "io.github.proxmoxmpc.api.rest";

  private ClientGenerator() {}

  /**
   * Runs the generator.
   *
   * @param args the schema file, the overrides file, the output folder
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "expected three arguments: the schema file, the overrides file, the output folder");
    }
    ApiSchema schema =
        ApiSchema.read(Files.readString(Path.of(args[0])), Files.readString(Path.of(args[1])));
    write(generate(schema), Path.of(args[2]));
  }

  /** Returns the generated sources by path, such as {@code io/github/.../QemuConfig.java}. */
  public static Map<String, String> generate(ApiSchema schema) {
    Renderer renderer = new Renderer();
    Map<String, String> sources = new LinkedHashMap<>();
    List<JavaFile> files = ClientModel.filesFor(schema, ROOT_PACKAGE);
    for (JavaFile file : files) {
      String path = file.packageName().replace('.', '/') + "/" + file.typeName() + ".java";
      if (sources.put(path, renderer.render(file)) != null) {
        throw new IllegalArgumentException("generated twice: " + path);
      }
    }
    sources.put(RestPage.path(ROOT_PACKAGE), RestPage.render(schema, files, ROOT_PACKAGE));
    return sources;
  }

  /** Writes only changed files and deletes stale ones, so that javac has little to compile. */
  private static void write(Map<String, String> sources, Path folder) throws IOException {
    Files.createDirectories(folder);
    Set<Path> wanted = new HashSet<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      wanted.add(file);
      if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> stale =
          files.filter(Files::isRegularFile).filter(file -> !wanted.contains(file)).toList();
      for (Path file : stale) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
