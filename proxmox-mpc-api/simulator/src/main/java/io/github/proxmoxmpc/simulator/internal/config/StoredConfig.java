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
 * The configuration of a guest. The text of the file is what counts: a digest is of the text, so an
 * unchanged file of another's hand keeps its digest. Not thread-safe.
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
   * Returns the server's warning for each line that it drops when it reads the file: the key and
   * the reason.
   */
  public List<String> warnings() {
    return List.copyOf(file.warnings);
  }

  /** A copy that can be changed alone. */
  public StoredConfig copy() {
    return new StoredConfig(kind, text);
  }

  /** The text of the file. */
  public String text() {
    return text;
  }

  /** SHA-1 of the file, as the API answers it. */
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  /** What holds now, to be read. */
  public ConfigSection current() {
    return file.main;
  }

  /** What will hold after the next start, to be read. */
  public ConfigSection pending() {
    return file.pending;
  }

  /** The names of the snapshots, sorted. */
  public Set<String> snapshots() {
    return new TreeSet<>(file.snapshots.keySet());
  }

  /** A snapshot's section. */
  public Optional<ConfigSection> snapshot(String name) {
    return Optional.ofNullable(file.snapshots.get(name));
  }

  /** Changes what holds now; the file is written anew. */
  public void change(Consumer<ConfigSection> changes) {
    changes.accept(file.main);
    save();
  }

  /** Changes what is pending; the file is written anew. */
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

  /** Forgets what is pending for a key. */
  public void revert(String key) {
    Set<String> deletions = file.pending.deletions();
    deletions.remove(key);
    file.pending.remove(key);
    file.pending.setDeletions(deletions);
    save();
  }

  /** Makes everything hold that is pending, as a start does. */
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

  /** Keeps what holds now under a name. */
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

  /** Changes a snapshot's section, if there is one. */
  public void changeSnapshot(String name, Consumer<ConfigSection> changes) {
    snapshot(name).ifPresent(changes);
    save();
  }

  /** Makes a snapshot's configuration hold again. */
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

  /** Takes a snapshot out; those that came from it get its parent. */
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

  /** Takes all snapshots and all that is pending out, as a clone does. */
  public void forgetHistory() {
    file.snapshots.clear();
    file.pending.values().clear();
    file.main.remove("parent");
    save();
  }

  /** {@code GET .../config}: pending values win, unless the current ones are asked for. */
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
        // The server deletes only what Perl takes for true, so a 0 stays.
        if (ConfigSection.isPerlTrue(file.main.get(key))) {
          response.remove(key);
        }
      }
    }
    response.put("digest", digest());
    mask(response);
    return response;
  }

  /** {@code GET .../config?snapshot=}, without the digest, which the caller may add. */
  public Optional<Map<String, @Nullable Object>> snapshotResponse(String name) {
    return snapshot(name)
        .map(
            section -> {
              Map<String, @Nullable Object> response = typed(section);
              mask(response);
              return response;
            });
  }

  /** {@code GET .../pending}: each key with its value, the one to come, and if it will go. */
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
    // Read back what was written, so that memory and file never tell two stories.
    file = ConfigFile.parse(kind, text);
  }
}
