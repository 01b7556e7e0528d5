package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory of generated files, and the result of writing to it.
 *
 * <p>The workspace stores the hashes of the files it wrote in {@code .proxmox-mpc/manifest.json}.
 * If a person has edited a file, the workspace keeps it and writes the new content to {@code
 * <name>.new}, which no tool reads. It deletes files that are no longer generated, unless they were
 * edited.
 *
 * @param directory the directory
 * @param written the paths of new and changed files
 * @param unchanged the paths of files that were already up to date
 * @param conflicts the paths of edited files, which were kept
 * @param removed the paths of files that are no longer generated and were deleted
 * @param coverage the coverage of every configuration key
 */
public record Workspace(
    Path directory,
    List<String> written,
    List<String> unchanged,
    List<String> conflicts,
    List<String> removed,
    Coverage coverage) {
  /** Copies the lists. */
  public Workspace {
    written = List.copyOf(written);
    unchanged = List.copyOf(unchanged);
    conflicts = List.copyOf(conflicts);
    removed = List.copyOf(removed);
  }
}
