package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of single options. Immutable and thread-safe.
 *
 * <pre>{@code
 * OptionFile file = OptionFile.datacenter(Files.readString(Path.of("datacenter.cfg")));
 * Options options = new Options(file.json());
 * }</pre>
 *
 * <p>Follows {@code parse_config} of PVE::JSONSchema 9.2. In the files of the datacenter and of a
 * node, comments are notes; in {@code vzdump.conf} they have no meaning.
 */
public final class OptionFile extends ConfigurationFile {
  private static final String DESCRIPTION = "description";
  private static final Pattern OPTION =
      Pattern.compile("(?s)(\\s*)([a-zA-Z][a-zA-Z0-9_\\-]*)(:\\s*)(.*)");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final @Nullable String description;
  private final Notes notes;

  private OptionFile(Notes notes, String text) {
    super(Lines.readCommented(text, OptionFile::read));
    this.notes = notes;
    this.description = notes.of(lines());
    for (Line line : lines()) {
      if (line instanceof Entry entry
          && (notes == Notes.NONE || !entry.key().equals(DESCRIPTION))) {
        values.put(entry.key(), entry.value());
      }
    }
  }

  /** The place of the notes in a file. */
  private enum Notes {
    /** No notes: {@code read_vzdump_defaults} of PVE::VZDump. */
    NONE,

    /**
     * Comments without an indent. A {@code description} line is lost, because {@code
     * parse_datacenter_config} of PVE::DataCenterConfig replaces it by the comments.
     */
    DATACENTER,

    /** Comments and {@code description} lines: {@code parse_node_config} of PVE::NodeConfig. */
    NODE;

    private @Nullable String of(List<Line> lines) {
      // An empty file of a node has neither options nor notes for the server.
      if (this == NONE || (this == NODE && lines.isEmpty())) {
        return null;
      }
      StringBuilder notes = new StringBuilder();
      for (Line line : lines) {
        String note = note(line);
        if (note != null) {
          notes.append(PercentText.decode(note)).append('\n');
        }
      }
      return notes.toString();
    }

    private @Nullable String note(Line line) {
      if (line instanceof Comment comment) {
        String text = comment.comment();
        if (this == NODE) {
          return text.substring(0, Lines.bodyEnd(text));
        }
        return comment.before().isEmpty() ? text : null;
      }
      if (this == NODE && line instanceof Entry entry && entry.key().equals(DESCRIPTION)) {
        return entry.value().isEmpty() ? null : entry.value();
      }
      return null;
    }
  }

  /** Reads {@code datacenter.cfg}; accepts every text. */
  public static OptionFile datacenter(String text) {
    return new OptionFile(Notes.DATACENTER, text);
  }

  /** Reads {@code nodes/NODE/config}; accepts every text. */
  public static OptionFile node(String text) {
    return new OptionFile(Notes.NODE, text);
  }

  /** Reads a file without notes, such as {@code vzdump.conf}; accepts every text. */
  public static OptionFile parse(String text) {
    return new OptionFile(Notes.NONE, text);
  }

  private static Line read(String line) {
    Entry option = Lines.entry(OPTION, line);
    return option != null ? option : new Unread(line, "not of the form 'key: value'");
  }

  /**
   * Returns the decoded notes, with a line feed after each line; empty if there are none, and null
   * for {@code vzdump.conf} and for an empty file of a node, which cannot have notes.
   */
  public @Nullable String description() {
    return description;
  }

  /** Returns the keys in the order of the file, without the notes. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Returns the last value of a key; null if the key is missing. */
  public @Nullable String get(String key) {
    return values.get(key);
  }

  /**
   * Returns the options as the API returns them, with property strings as text. The defaults and
   * the legacy spellings of {@code datacenter.cfg} are those of the server.
   */
  public JsonObject json() {
    Map<String, String> served = new LinkedHashMap<>(values);
    JsonObject.Builder json = JsonObject.builder();
    if (notes == Notes.DATACENTER) {
      String tags = DatacenterOptions.complete(served);
      if (tags != null) {
        json.put(DatacenterOptions.REGISTERED_TAGS, DatacenterOptions.tags(tags));
      }
    }
    served.forEach((key, value) -> json.put(key, new JsonString(value)));
    if (description != null) {
      json.put(DESCRIPTION, new JsonString(description));
    }
    return json.build();
  }
}
