package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Heading;
import io.github.proxmoxmpc.api.file.Line.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code /etc/network/interfaces} of a node. Immutable and thread-safe.
 *
 * <pre>{@code
 * InterfacesFile file = InterfacesFile.parse(Files.readString(Path.of("interfaces")));
 * for (InterfaceStanza stanza : file.stanzas()) { ... }
 * }</pre>
 */
public final class InterfacesFile extends ConfigurationFile {
  private static final Pattern STANZA =
      Pattern.compile("(\\s*)(iface|mapping|template)(\\s+)(\\S+)(.*)", Pattern.DOTALL);
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "(\\s*)(auto|allow-\\S+|no-auto-down|no-scripts|source|source-directory|rename)(\\s+)(.+)");
  private static final Pattern OPTION = Pattern.compile("(?s)(\\s*)(\\S+)(?:(\\s+)(.+))?");

  private InterfacesFile(String text) {
    super(Lines.readCommented(text, new Reader()::read));
  }

  /** Reads a file; accepts every text. */
  public static InterfacesFile parse(String text) {
    return new InterfacesFile(text);
  }

  /** Reads one line after the other. */
  private static final class Reader {
    private boolean inStanza;

    Line read(String line) {
      Matcher stanza = STANZA.matcher(line);
      if (stanza.matches()) {
        inStanza = true;
        return new Heading(
            stanza.group(1), stanza.group(2), stanza.group(3), stanza.group(4), stanza.group(5));
      }
      Entry directive = Lines.entry(DIRECTIVE, line);
      if (directive != null) {
        inStanza = false;
        return directive;
      }
      Entry option = inStanza ? Lines.entry(OPTION, line) : null;
      return option != null ? option : new Unread(line, "an option outside of a stanza");
    }
  }

  /** Returns the interfaces that the node starts at boot: those of {@code auto}. */
  public List<String> auto() {
    return directives("auto").stream()
        .flatMap(names -> Arrays.stream(names.split("\\s+")))
        .distinct()
        .toList();
  }

  /** Returns the files that it includes by {@code source} and {@code source-directory}. */
  public List<String> sources() {
    List<String> sources = new ArrayList<>(directives("source"));
    sources.addAll(directives("source-directory"));
    return List.copyOf(sources);
  }

  private List<String> directives(String name) {
    List<String> values = new ArrayList<>();
    for (Line line : lines()) {
      if (line instanceof Entry entry
          && entry.key().equals(name)
          && DIRECTIVE.matcher(entry.text()).matches()) {
        values.add(entry.value());
      }
    }
    return values;
  }

  /** Returns the stanzas, in order; an interface has one for each address family. */
  public List<InterfaceStanza> stanzas() {
    List<InterfaceStanza> stanzas = new ArrayList<>();
    Heading heading = null;
    List<Line> body = new ArrayList<>();
    for (Line line : lines()) {
      boolean isDirective = line instanceof Entry && DIRECTIVE.matcher(line.text()).lookingAt();
      if (line instanceof Heading || isDirective) {
        if (heading != null) {
          stanzas.add(new InterfaceStanza(heading, body));
        }
        heading = line instanceof Heading next ? next : null;
        body.clear();
      } else {
        body.add(line);
      }
    }
    if (heading != null) {
      stanzas.add(new InterfaceStanza(heading, body));
    }
    return List.copyOf(stanzas);
  }
}
