package io.github.proxmoxmpc.api.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The file that contains the received bytes until it is complete. */
final class PartFile {
  private PartFile() {}

  /**
   * Creates an empty file with an unused name in the same directory, with the permissions of the
   * file that it will replace, or with default permissions.
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
    // Set at creation, so that nobody can read it in between; the umask may remove some.
    Files.createFile(part, PosixFilePermissions.asFileAttribute(permissions));
    Files.setPosixFilePermissions(part, permissions);
    return part;
  }
}
