package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of a generator: files, and their coverage. Immutable.
 *
 * <pre>{@code
 * Workspace written = Terraform.forBpg().generate(infrastructure).into(Path.of("infra"));
 * }</pre>
 *
 * @param files the files, sorted by path
 * @param coverage the coverage of every configuration key
 */
public record GeneratedFiles(List<GeneratedFile> files, Coverage coverage) {
  /**
   * Copies and sorts the list.
   *
   * @throws IllegalArgumentException if two files have the same path
   */
  public GeneratedFiles {
    files = files.stream().sorted(Comparator.comparing(GeneratedFile::path)).toList();
    for (int i = 1; i < files.size(); i++) {
      if (files.get(i).path().equalsIgnoreCase(files.get(i - 1).path())) {
        throw new IllegalArgumentException(
            "Two generated files have the path " + files.get(i).path());
      }
    }
  }

  /** Returns the file with a path. */
  public Optional<GeneratedFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /**
   * Writes the files into a directory, and creates the directory if it does not exist.
   *
   * <p>Files that a person has edited are not overwritten; see {@link Workspace}.
   *
   * @throws java.io.UncheckedIOException if writing fails; each file is then completely old or
   *     completely new
   */
  public Workspace into(Path directory) {
    return WorkspaceWriter.write(this, directory);
  }
}
