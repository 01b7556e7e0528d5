package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of single options: {@code datacenter.cfg}, {@code vzdump.conf}, and {@code
 * nodes/NODE/config}. Immutable and thread-safe.
 *
 * <pre>{@code
 * OptionFile file = OptionFile.parse(Files.readString(Path.of("datacenter.cfg")));
 * Options options = new Options(file.json());
 * }</pre>
 *
 * <p>Read as {@code parse_config} of PVE::JSONSchema 9.2 does: the notes of the datacenter and of a
 * node stand in comment lines, as those of a guest.
 */
public final class OptionFile extends ConfigurationFile {
  private static final String DESCRIPTION = "description";
  private static final Pattern OPTION =
      Pattern.compile("(?s)(\\s*)([a-zA-Z][a-zA-Z0-9_\\-]*)(:\\s*)(.*)");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final @Nullable String description;

  private OptionFile(String text) {
    super(Lines.readCommented(text, OptionFile::read));
    StringBuilder notes = new StringBuilder();
    for (Line line : lines()) {
      if (line instanceof Comment comment) {
        notes.append(PercentText.decode(comment.comment())).append('\n');
      } else if (line instanceof Entry entry && entry.key().equals(DESCRIPTION)) {
        notes.append(PercentText.decode(entry.value())).append('\n');
      } else if (line instanceof Entry entry) {
        values.put(entry.key(), entry.value());
      }
    }
    description = notes.isEmpty() ? null : notes.toString();
  }

  /** Reads a file; every text is one. */
  public static OptionFile parse(String text) {
    return new OptionFile(text);
  }

  private static Line read(String line) {
    Entry option = Lines.entry(OPTION, line);
    return option != null ? option : new Unread(line, "not of the form 'key: value'");
  }

  /** The text of the comment lines, decoded, with a line feed behind each; null without any. */
  public @Nullable String description() {
    return description;
  }

  /** The keys, in the order of the file, without the description. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The value of a key, the last where it stands twice; null where it does not stand here. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /** The options as the API would answer them, property strings as text. */
  public JsonObject json() {
    JsonObject.Builder json = JsonObject.builder();
    values.forEach((key, value) -> json.put(key, new JsonString(value)));
    if (description != null) {
      json.put(DESCRIPTION, new JsonString(description));
    }
    return json.build();
  }
}
