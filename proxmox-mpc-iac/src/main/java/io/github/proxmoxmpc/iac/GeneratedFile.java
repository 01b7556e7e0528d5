package io.github.proxmoxmpc.iac;

import java.util.List;

/**
 * A file that a generator made.
 *
 * @param path where it belongs, relative to the workspace, with {@code /} between the names
 * @param content what it holds, with {@code \n} at the ends of lines
 */
public record GeneratedFile(String path, String content) {
  /**
   * Checks that the path stays inside a workspace.
   *
   * @throws IllegalArgumentException if it is absolute, leaves the workspace, or holds a name that
   *     some file system takes for something else
   */
  public GeneratedFile {
    for (String name : List.of(path.split("/", -1))) {
      boolean plain = name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*|\\.[A-Za-z0-9_-][A-Za-z0-9._-]*");
      if (!plain || name.endsWith(".")) {
        throw new IllegalArgumentException(
            "'"
                + path
                + "' is no path inside a workspace: names of letters, digits, '.', '_', '-'");
      }
    }
  }
}
