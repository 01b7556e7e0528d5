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
 * A section of a guest's file: what holds now, what is pending, or a snapshot. Immutable and
 * thread-safe.
 *
 * <p>A key that stands twice counts by its last value; {@code cdrom} is another name for {@code
 * ide2}.
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

  /** The lines, without the heading. */
  public List<Line> lines() {
    return lines;
  }

  /** The keys, in the order of the file, without the description and raw lines. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The value of a key; null where it does not stand here, empty where nothing follows it. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /**
   * The text of the comment lines, decoded; null where there are none. As the server has it, that
   * of a VM ends without blanks, and that of a container with a line feed.
   */
  public @Nullable String description() {
    return description;
  }

  /**
   * The raw {@code lxc.*} lines of a container, in order: all that stand here. In {@link #json()},
   * as in an answer of the API, those of {@code lxc.environment.runtime} are {@code env} instead.
   */
  public List<LxcLine> rawLines() {
    return Collections.unmodifiableList(rawLines);
  }

  /** The section as the API would answer it. */
  public JsonObject json() {
    return json(json -> {});
  }

  JsonObject json(Consumer<JsonObject.Builder> more) {
    JsonObject.Builder json = JsonObject.builder();
    values.forEach((key, value) -> json.put(key, new JsonString(value)));
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

  /** The keys; never values. */
  @Override
  public String toString() {
    return "GuestSection" + values.keySet();
  }
}
