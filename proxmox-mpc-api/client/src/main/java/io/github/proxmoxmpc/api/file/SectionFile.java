package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Heading;
import io.github.proxmoxmpc.api.file.Line.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of sections: {@code storage.cfg}, {@code jobs.cfg}, {@code replication.cfg}, {@code
 * domains.cfg}, {@code notifications.cfg}, {@code ha/*.cfg}, {@code sdn/*.cfg}. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * SectionFile file = SectionFile.parse(Files.readString(Path.of("storage.cfg")));
 * StorageItem local = new StorageItem(file.find("local").orElseThrow().json("storage"));
 * }</pre>
 *
 * <p>Follows {@code parse_config} of PVE::SectionConfig 9.2: an empty line ends a section, and a
 * line that is neither a heading nor indented is skipped.
 */
public final class SectionFile extends ConfigurationFile {
  private static final Pattern HEADING = Pattern.compile("()(\\S+)(:\\s*)(\\S+)");
  private static final Pattern PROPERTY = Pattern.compile("(?s)(\\s+)(\\S+)(?:(\\s+)(.+))?");

  private final List<Section> sections = new ArrayList<>();

  private SectionFile(String text) {
    super(Lines.read(text, new Reader()::read));
    Heading heading = null;
    List<Line> body = new ArrayList<>();
    for (Line line : lines()) {
      if (line instanceof Heading next) {
        addSection(heading, body);
        heading = next;
        body.clear();
      } else {
        body.add(line);
      }
    }
    addSection(heading, body);
  }

  /** Reads a file; accepts every text. */
  public static SectionFile parse(String text) {
    return new SectionFile(text);
  }

  private void addSection(@Nullable Heading heading, List<Line> body) {
    if (heading != null) {
      sections.add(new Section(heading, body));
    }
  }

  /** Returns the sections, in order. */
  public List<Section> sections() {
    return List.copyOf(sections);
  }

  /** Finds the section with an id; the last one if there are several, as on the server. */
  public Optional<Section> find(String id) {
    return sections.stream().filter(section -> section.id().equals(id)).reduce((a, b) -> b);
  }

  /** Reads one line after the other. */
  private static final class Reader {
    private boolean inSection;

    Line read(String line) {
      Line plain = Lines.blankOrComment(line);
      if (plain != null) {
        // Only an empty line ends a section; with CRLF that is a lone carriage return.
        inSection &= !line.isEmpty() && !line.equals("\r");
        return plain;
      }
      return inSection ? property(line) : heading(line);
    }

    private Line heading(String line) {
      Entry head = Lines.entry(HEADING, line);
      if (head == null) {
        return new Unread(line, "neither in a section nor the heading of one");
      }
      inSection = true;
      return new Heading("", head.key(), head.gap(), head.value(), head.after());
    }

    private static Line property(String line) {
      Entry property = Lines.entry(PROPERTY, line);
      return property != null
          ? property
          : new Unread(line, "not indented: a new section needs an empty line before it");
    }
  }
}
