package io.github.proxmoxmpc.iac;

import java.util.List;

/**
 * A generated file.
 *
 * @param path its path relative to the workspace, with {@code /} as separator
 * @param content its content, with {@code \n} at the ends of lines
 */
public record GeneratedFile(String path, String content) {
  /**
   * Checks that the path stays inside a workspace.
   *
   * @throws IllegalArgumentException if the path is absolute, leaves the workspace, or has a name
   *     that is special on some file system
   */
  public GeneratedFile {
    for (String name : List.of(path.split("/", -1))) {
      boolean plain = name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*|\\.[A-Za-z0-9_-][A-Za-z0-9._-]*");
      if (!plain || name.endsWith(".")) {
        throw new IllegalArgumentException(
            "'"
                + path
                + "' is not a path inside a workspace: use names of letters, digits, '.', '_', '-'");
      }
    }
  }
}
