package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.End;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Heading;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file {@code corosync.conf}: sections in braces. Immutable and thread-safe. */
public final class CorosyncFile extends ConfigurationFile {
  private static final Pattern OPEN = Pattern.compile("(\\s*)([^\\s{}#:]+)(\\s*)(\\{\\s*)");
  private static final Pattern CLOSE = Pattern.compile("\\s*\\}\\s*");
  private static final Pattern ENTRY = Pattern.compile("(\\s*)([^\\s{}#:]+)(\\s*:\\s*)(.*)");

  /** The real depth is three. */
  private static final int DEEPEST = 16;

  private CorosyncFile(String text) {
    super(Lines.readCommented(text, new Reader()::read));
  }

  /** Reads a file; every text is one. */
  public static CorosyncFile parse(String text) {
    return new CorosyncFile(text);
  }

  /** Reads line after line. */
  private static final class Reader {
    private int depth;

    Line read(String line) {
      Matcher open = OPEN.matcher(line);
      if (open.matches() && depth < DEEPEST) {
        depth++;
        return new Heading(open.group(1), open.group(2), open.group(3), "", open.group(4));
      }
      if (CLOSE.matcher(line).matches() && depth > 0) {
        depth--;
        return new End(line);
      }
      Entry entry = Lines.entry(ENTRY, line);
      return entry != null ? entry : new Unread(line, "neither a section nor 'key: value'");
    }
  }

  /** The sections as objects; those of one name, such as {@code node}, are a list. */
  public JsonObject json() {
    return section(lines().iterator());
  }

  private static JsonObject section(Iterator<Line> rest) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, List<JsonValue>> sections = new LinkedHashMap<>();
    while (rest.hasNext()) {
      Line line = rest.next();
      if (line instanceof End) {
        break;
      } else if (line instanceof Entry entry) {
        values.put(entry.key(), entry.value());
      } else if (line instanceof Heading heading) {
        sections.computeIfAbsent(heading.kind(), kind -> new ArrayList<>()).add(section(rest));
      }
    }
    JsonObject.Builder json = JsonObject.builder();
    values.forEach((key, value) -> json.put(key, new JsonString(value)));
    sections.forEach(
        (kind, all) -> json.put(kind, all.size() == 1 ? all.get(0) : new JsonArray(all)));
    return json.build();
  }
}
