package io.github.proxmoxmpc.simulator.internal.store;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All configuration files of the cluster, by the path of their collection in the API, such as
 * {@code /cluster/ha/groups} or {@code /nodes/pve1/network}. Guarded by the cluster's lock.
 */
public final class SectionStore {
  private final SortedMap<String, SectionFile> files = new TreeMap<>();

  /** Returns a file; a file that does not exist yet is empty. */
  public SectionFile file(String path) {
    return files.computeIfAbsent(path, missing -> new SectionFile());
  }

  /** Returns a section, or null. */
  public @Nullable Section find(String path, String id) {
    SectionFile file = files.get(path);
    return file == null ? null : file.find(id);
  }

  /** Removes a file, and all files below its path. */
  public void removeBelow(String path) {
    files.keySet().removeIf(name -> name.equals(path) || name.startsWith(path + "/"));
  }

  /** Moves a file, and all files below its path, to another path. */
  public void move(String from, String to) {
    SortedMap<String, SectionFile> moved = new TreeMap<>();
    files.forEach(
        (name, file) -> {
          if (name.equals(from) || name.startsWith(from + "/")) {
            moved.put(to + name.substring(from.length()), file);
          }
        });
    removeBelow(from);
    files.putAll(moved);
  }

  /** Returns all files that exist, by path. */
  public SortedMap<String, SectionFile> files() {
    return files;
  }
}
