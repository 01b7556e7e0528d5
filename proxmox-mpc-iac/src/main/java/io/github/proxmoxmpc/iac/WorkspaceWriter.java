package io.github.proxmoxmpc.iac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes files into a workspace by the rules in {@link Workspace}. */
final class WorkspaceWriter {
  private final Path root;
  private final Manifest before;
  private final SortedMap<String, String> after = new TreeMap<>();
  private final List<String> written = new ArrayList<>();
  private final List<String> unchanged = new ArrayList<>();
  private final List<String> conflicts = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();

  private WorkspaceWriter(Path root) throws IOException {
    this.root = root;
    Path manifest = root.resolve(Manifest.PATH);
    this.before =
        Files.isRegularFile(manifest)
            ? Manifest.parse(Files.readString(manifest))
            : Manifest.empty();
  }

  static Workspace write(GeneratedFiles generated, Path directory) {
    try {
      Files.createDirectories(directory);
      return new WorkspaceWriter(directory.toRealPath()).writeAll(generated);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Unable to write the workspace " + directory + ": " + e.getMessage(), e);
    }
  }

  private Workspace writeAll(GeneratedFiles generated) throws IOException {
    for (GeneratedFile file : generated.files()) {
      write(file);
    }
    for (String path : before.hashes().keySet()) {
      if (generated.file(path).isEmpty()) {
        remove(path);
      }
    }
    replace(Manifest.PATH, new Manifest(after).print().getBytes(StandardCharsets.UTF_8));
    return new Workspace(root, written, unchanged, conflicts, removed, generated.coverage());
  }

  private void write(GeneratedFile file) throws IOException {
    byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
    String wanted = Manifest.hash(content);
    String found = hashOf(file.path());
    String remembered = before.hashes().get(file.path());
    if (wanted.equals(found)) {
      unchanged.add(file.path());
      after.put(file.path(), wanted);
    } else if (found == null || found.equals(remembered)) {
      replace(file.path(), content);
      written.add(file.path());
      after.put(file.path(), wanted);
    } else {
      replace(file.path() + ".new", content);
      conflicts.add(file.path());
      if (remembered != null) {
        after.put(file.path(), remembered);
      }
      return;
    }
    Files.deleteIfExists(inside(file.path() + ".new"));
  }

  private void remove(String path) throws IOException {
    String found = isSafe(path) ? hashOf(path) : null;
    if (found == null) {
      return;
    }
    if (found.equals(before.hashes().get(path))) {
      Files.delete(inside(path));
      removed.add(path);
    } else {
      conflicts.add(path);
    }
  }

  /** Checks a path from the manifest, which a person may have edited. */
  private static boolean isSafe(String path) {
    try {
      return !new GeneratedFile(path, "").path().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private @Nullable String hashOf(String path) throws IOException {
    Path file = inside(path);
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        ? Manifest.hash(Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0])
        : null;
  }

  private void replace(String path, byte[] content) throws IOException {
    Path file = inside(path);
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException(path + " has no parent directory");
    }
    Files.createDirectories(parent);
    inside(path);
    // createTempFile() would make the file readable for its owner only.
    Path temporary = parent.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
      move(temporary, file);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Resolves a path. Rejects a path that leaves the workspace through a symbolic link. */
  private Path inside(String path) throws IOException {
    Path file = root.resolve(path).normalize();
    Path existing = file.getParent();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !existing.toRealPath().startsWith(root) || !file.startsWith(root)) {
      throw new IOException(path + " leads out of the workspace");
    }
    return file;
  }
}
