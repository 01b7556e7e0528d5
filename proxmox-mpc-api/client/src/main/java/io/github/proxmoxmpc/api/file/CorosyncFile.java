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

  /** Real files have a depth of three. */
  private static final int DEEPEST = 16;

  private CorosyncFile(String text) {
    super(Lines.readCommented(text, new Reader()::read));
  }

  /** Reads a file; accepts every text. */
  public static CorosyncFile parse(String text) {
    return new CorosyncFile(text);
  }

  /** Reads one line after the other. */
  private static final class Reader {
    private int depth;

    // A comment may follow the content (PVE::Corosync::parse_conf).
    Line read(String line) {
      int end = line.indexOf('#') < 0 ? line.length() : line.indexOf('#');
      String said = line.substring(0, end);
      String remark = line.substring(end);
      Matcher open = OPEN.matcher(said);
      if (open.matches() && depth < DEEPEST) {
        depth++;
        String after = open.group(4) + remark;
        return new Heading(open.group(1), open.group(2), open.group(3), "", after);
      }
      if (CLOSE.matcher(said).matches() && depth > 0) {
        depth--;
        return new End(line);
      }
      Entry entry = Lines.entry(ENTRY, said);
      return entry == null
          ? new Unread(line, "neither a section nor 'key: value'")
          : new Entry(
              entry.before(), entry.key(), entry.gap(), entry.value(), entry.after() + remark);
    }
  }

  /**
   * Returns the sections as objects. As in the API, the nodes are a list, and the interfaces of the
   * totem an object by their number; other sections of one name are a list if there are several.
   */
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
    sections.forEach((kind, all) -> json.put(kind, together(kind, all)));
    return json.build();
  }

  private static JsonValue together(String kind, List<JsonValue> all) {
    if (kind.equals("interface")) {
      JsonObject.Builder byNumber = JsonObject.builder();
      all.forEach(each -> byNumber.put(number((JsonObject) each), each));
      return byNumber.build();
    }
    return kind.equals("node") || all.size() > 1 ? new JsonArray(all) : all.get(0);
  }

  private static String number(JsonObject link) {
    JsonValue number = link.get("linknumber");
    if (number == null) {
      number = link.get("ringnumber");
    }
    return number instanceof JsonString text ? text.value() : "";
  }
}
