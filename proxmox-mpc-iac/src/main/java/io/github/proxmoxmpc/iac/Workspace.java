package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory of generated files, and what was done to it.
 *
 * <p>The workspace remembers what it wrote, as hashes in {@code .proxmox-mpc/manifest.json}. A file
 * that differs from what was written belongs to the person who edited it: it is kept, and the new
 * form is laid beside it as {@code <name>.new}, which no tool reads. A file that is no longer
 * generated is removed, unless it was edited.
 *
 * @param directory the directory
 * @param written the files that are new or changed, by path
 * @param unchanged the files that were already as they should be
 * @param conflicts the files that a person edited: kept, with the new form beside them
 * @param removed the files that are no longer generated and are gone
 * @param coverage what became of every configuration key
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
