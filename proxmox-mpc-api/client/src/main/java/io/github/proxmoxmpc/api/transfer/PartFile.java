package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The file that holds what has come, until it is whole. */
final class PartFile {
  private PartFile() {}

  /**
   * Makes an empty file of a name that nobody has, in the same folder, with the permissions of the
   * one that it will replace, or else with those of every new file.
   */
  static Path beside(Path file) throws IOException {
    Path part =
        file.resolveSibling(
            "."
                + file.getFileName()
                + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong())
                + ".part");
    PosixFileAttributeView replaced =
        Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (replaced == null || !Files.exists(file)) {
      return Files.createFile(part);
    }
    Set<PosixFilePermission> permissions = replaced.readAttributes().permissions();
    // From the beginning, so that nobody reads it meanwhile; the umask may take some away.
    Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
    Files.setPosixFilePermissions(part, permissions);
    return part;
  }
}
