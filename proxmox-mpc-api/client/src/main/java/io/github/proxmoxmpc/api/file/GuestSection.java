package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.GuestFile.Kind;
import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A section of a guest's file: the current configuration, the pending changes, or a snapshot.
 * Immutable and thread-safe.
 *
 * <p>If a key occurs twice, its last value applies; {@code cdrom} is another name for {@code ide2}.
 */
public final class GuestSection {
  private static final String RAW_PREFIX = "lxc.";
  private static final String ENVIRONMENT = "lxc.environment.runtime";

  private final Kind kind;
  private final List<Line> lines;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<LxcLine> rawLines = new ArrayList<>();
  private final @Nullable String description;

  GuestSection(Kind kind, List<Line> lines) {
    this.kind = kind;
    this.lines = List.copyOf(lines);
    StringBuilder text = new StringBuilder();
    boolean isDescribed = false;
    for (Line line : lines) {
      if (line instanceof Comment comment) {
        isDescribed = true;
        text.append(PercentText.decode(comment.comment())).append('\n');
      } else if (line instanceof Entry entry && entry.key().equals("description")) {
        isDescribed = true;
        text.append(PercentText.decode(entry.value()));
      } else if (line instanceof Entry entry && entry.key().startsWith(RAW_PREFIX)) {
        rawLines.add(new LxcLine(entry.key(), entry.value()));
      } else if (line instanceof Entry entry) {
        values.put(entry.key().equals("cdrom") ? "ide2" : entry.key(), entry.value());
      }
    }
    description =
        !isDescribed ? null : kind == Kind.VM ? text.toString().stripTrailing() : text.toString();
  }

  /** Returns the lines, without the heading. */
  public List<Line> lines() {
    return lines;
  }

  /** Returns the keys in the order of the file, without the description and raw lines. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Returns the value of a key as the file spells it; null if the key is missing. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /**
   * Returns the decoded text of the comment lines; null if there are none. As on the server, the
   * description of a VM ends without white space, and that of a container with a line feed.
   */
  public @Nullable String description() {
    return description;
  }

  /**
   * Returns all raw {@code lxc.*} lines of a container, in order. In {@link #json()}, as in a
   * response of the API, lines of {@code lxc.environment.runtime} become {@code env}.
   */
  public List<LxcLine> rawLines() {
    return Collections.unmodifiableList(rawLines);
  }

  /** Returns the section as the API returns it. */
  public JsonObject json() {
    return json(json -> {});
  }

  JsonObject json(Consumer<JsonObject.Builder> more) {
    JsonObject.Builder json = JsonObject.builder();
    values.forEach((key, value) -> json.put(key, new JsonString(kind.stored().served(key, value))));
    if (description != null) {
      json.put("description", new JsonString(description));
    }
    List<JsonValue> raw = new ArrayList<>();
    List<String> environment = new ArrayList<>();
    for (LxcLine line : rawLines) {
      if (line.key().equals(ENVIRONMENT)) {
        environment.add(line.value());
      } else {
        raw.add(new JsonArray(List.of(new JsonString(line.key()), new JsonString(line.value()))));
      }
    }
    if (!environment.isEmpty()) {
      json.put("env", new JsonString(String.join("\0", environment)));
    }
    if (!raw.isEmpty()) {
      json.put("lxc", new JsonArray(raw));
    }
    more.accept(json);
    return json.build();
  }

  /** Returns the keys, never values. */
  @Override
  public String toString() {
    return "GuestSection" + values.keySet();
  }
}
