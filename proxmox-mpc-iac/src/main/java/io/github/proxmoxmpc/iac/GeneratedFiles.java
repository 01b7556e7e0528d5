package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a generator made: files, and an account of what is in them. Immutable.
 *
 * <pre>{@code
 * Workspace written = Terraform.forBpg().generate(infrastructure).into(Path.of("infra"));
 * }</pre>
 *
 * @param files the files, by path
 * @param coverage what became of every configuration key
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
        throw new IllegalArgumentException("two files are called " + files.get(i).path());
      }
    }
  }

  /** A file by its path. */
  public Optional<GeneratedFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /**
   * Writes the files into a directory, which is made where it is missing.
   *
   * <p>Files that a person edited since they were written are kept as they are; see {@link
   * Workspace}.
   *
   * @throws java.io.UncheckedIOException if the disk does not allow it; each file is then either
   *     the old one or the new one, never half of one
   */
  public Workspace into(Path directory) {
    return WorkspaceWriter.write(this, directory);
  }
}
