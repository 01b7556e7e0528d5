package io.github.proxmoxmpc.simulator.internal.config;

import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest, kept as the text of its file: the digest is computed over the text,
 * so an unchanged file keeps its digest in any layout. Not thread-safe.
 */
public final class StoredConfig {
  private static final String MASK = "**********";

  private final GuestKind kind;
  private ConfigFile file;
  private String text;

  private StoredConfig(GuestKind kind, String text) {
    this.kind = kind;
    this.file = ConfigFile.parse(kind, text);
    this.text = text;
  }

  /** Reads the text of a configuration file. */
  public static StoredConfig parse(GuestKind kind, String text) {
    return new StoredConfig(kind, text);
  }

  /**
   * Returns the server's warning for each line that it cannot read: the key and the reason. A VM
   * loses these lines, a container keeps their values.
   */
  public List<String> warnings() {
    return List.copyOf(file.warnings);
  }

  /** Returns an independent copy. */
  public StoredConfig copy() {
    return new StoredConfig(kind, text);
  }

  /** Returns the text of the file. */
  public String text() {
    return text;
  }

  /** Returns the SHA-1 digest of the file, as the API shows it. */
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1 is not available", e);
    }
  }

  /** Returns the current values, read-only. */
  public ConfigSection current() {
    return file.main;
  }

  /** Returns the values that apply after the next start, read-only. */
  public ConfigSection pending() {
    return file.pending;
  }

  /** Returns the names of the snapshots, sorted. */
  public Set<String> snapshots() {
    return new TreeSet<>(file.snapshots.keySet());
  }

  /** Returns the section of a snapshot. */
  public Optional<ConfigSection> snapshot(String name) {
    return Optional.ofNullable(file.snapshots.get(name));
  }

  /** Changes the current values and writes the file. */
  public void change(Consumer<ConfigSection> changes) {
    changes.accept(file.main);
    save();
  }

  /** Changes the pending values and writes the file. */
  public void changePending(Consumer<ConfigSection> changes) {
    changes.accept(file.pending);
    save();
  }

  /** Marks a key for deletion at the next start. */
  public void deletePending(String key) {
    Set<String> deletions = file.pending.deletions();
    deletions.add(key);
    file.pending.remove(key);
    file.pending.setDeletions(deletions);
    save();
  }

  /** Discards the pending change of a key. */
  public void revert(String key) {
    Set<String> deletions = file.pending.deletions();
    deletions.remove(key);
    file.pending.remove(key);
    file.pending.setDeletions(deletions);
    save();
  }

  /** Applies all pending changes, as a start does. */
  public void applyPending() {
    if (file.pending.isEmpty()) {
      return;
    }
    file.pending.deletions().forEach(file.main::remove);
    file.pending
        .values()
        .forEach(
            (key, value) -> {
              if (!key.equals("delete")) {
                file.main.set(key, value);
              }
            });
    file.pending.values().clear();
    save();
  }

  /** Saves the current values as a snapshot. */
  public void takeSnapshot(String name, Consumer<ConfigSection> details) {
    ConfigSection snapshot = file.main.copy();
    snapshot.remove("description");
    snapshot.remove("template");
    snapshot.remove("lock");
    details.accept(snapshot);
    file.snapshots.put(name, snapshot);
    file.main.set("parent", name);
    save();
  }

  /** Changes the section of a snapshot, if the snapshot exists. */
  public void changeSnapshot(String name, Consumer<ConfigSection> changes) {
    snapshot(name).ifPresent(changes);
    save();
  }

  /** Restores the values of a snapshot. */
  public void rollback(String name) {
    ConfigSection snapshot = file.snapshots.get(name);
    if (snapshot == null) {
      return;
    }
    String description = file.main.get("description");
    List<String> unused = file.main.keys().stream().filter(k -> k.startsWith("unused")).toList();
    ConfigSection restored = snapshot.copy();
    for (String key :
        List.of(
            "snaptime", "snapstate", "vmstate", "runningmachine", "runningcpu", "description")) {
      restored.remove(key);
    }
    unused.forEach(key -> restored.set(key, file.main.get(key, "")));
    if (description != null) {
      restored.set("description", description);
    }
    restored.set("parent", name);
    file.main.values().clear();
    file.main.rawLxc().clear();
    file.main.values().putAll(restored.values());
    file.main.rawLxc().addAll(restored.rawLxc());
    save();
  }

  /** Deletes a snapshot and makes its parent the parent of its children. */
  public void deleteSnapshot(String name) {
    ConfigSection removed = file.snapshots.remove(name);
    String parent = removed == null ? null : removed.get("parent");
    List<ConfigSection> children = new ArrayList<>(file.snapshots.values());
    children.add(file.main);
    for (ConfigSection child : children) {
      if (name.equals(child.get("parent"))) {
        if (parent == null) {
          child.remove("parent");
        } else {
          child.set("parent", parent);
        }
      }
    }
    save();
  }

  /** Removes all snapshots and pending changes, as a clone does. */
  public void forgetHistory() {
    file.snapshots.clear();
    file.pending.values().clear();
    file.main.remove("parent");
    save();
  }

  /** Returns the response of {@code GET .../config}, with pending or current values. */
  public Map<String, @Nullable Object> response(PendingChanges pendingChanges) {
    Map<String, @Nullable Object> response = typed(file.main);
    if (pendingChanges == PendingChanges.APPLIED) {
      typed(file.pending)
          .forEach(
              (key, value) -> {
                if (!key.equals("delete")) {
                  response.put(key, value);
                }
              });
      for (String key : file.pending.deletions()) {
        // The server deletes only values that are true in Perl, so a 0 stays.
        if (ConfigSection.isPerlTrue(file.main.get(key))) {
          response.remove(key);
        }
      }
    }
    response.put("digest", digest());
    mask(response);
    return response;
  }

  /**
   * Returns the response of {@code GET .../config?snapshot=} without the digest, which callers add.
   */
  public Optional<Map<String, @Nullable Object>> snapshotResponse(String name) {
    return snapshot(name)
        .map(
            section -> {
              Map<String, @Nullable Object> response = typed(section);
              mask(response);
              return response;
            });
  }

  /**
   * Returns the response of {@code GET .../pending}: each key with its current value, its pending
   * value, and whether it will be deleted.
   */
  public List<Object> pendingResponse() {
    Set<String> deletions = file.pending.deletions();
    Map<String, @Nullable Object> now = typed(file.main);
    Map<String, @Nullable Object> later = typed(file.pending);
    now.remove("lxc");
    now.put("digest", digest());
    mask(now);
    mask(later);
    List<Object> response = new ArrayList<>();
    now.forEach(
        (key, value) -> {
          JsonMap item = new JsonMap().put("key", key).put("value", value);
          item.putIfPresent("pending", later.get(key));
          item.putIfPresent("delete", deletions.contains(key) ? 1 : null);
          response.add(item.build());
        });
    later.forEach(
        (key, value) -> {
          if (!key.equals("delete") && !now.containsKey(key)) {
            response.add(new JsonMap().put("key", key).put("pending", value).build());
          }
        });
    return response;
  }

  private Map<String, @Nullable Object> typed(ConfigSection section) {
    return section.typed(OptionSchema.of(kind));
  }

  private static void mask(Map<String, @Nullable Object> response) {
    response.computeIfPresent("cipassword", (key, value) -> MASK);
  }

  private void save() {
    text = file.print();
    // Parses the written text again, so that memory and file cannot differ.
    file = ConfigFile.parse(kind, text);
  }
}
