package io.github.proxmoxmpc.simulator.internal.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The template of the notes of a backup, after PVE::VZDump of 9.2. */
final class NotesTemplate {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^\\s{}]+)\\}\\}");
  private static final List<String> NAMES = List.of("cluster", "guestname", "node", "vmid");

  private NotesTemplate() {}

  /** Returns what is wrong with a template. */
  static Optional<String> complaint(String template) {
    if (template.contains("\n")) {
      return Optional.of("contains a line feed\n");
    }
    List<String> unknown = new ArrayList<>();
    Matcher escape = ESCAPE.matcher(template);
    while (escape.find()) {
      if (!escape.group(1).matches("[n\\\\]")) {
        unknown.add("escape sequence '" + escape.group() + "' at char " + escape.start());
      }
    }
    Matcher variable = VARIABLE.matcher(template);
    while (variable.find()) {
      if (!NAMES.contains(variable.group(1))) {
        int at = variable.end() - variable.group(1).length();
        unknown.add("variable '" + variable.group(1) + "' at char " + at);
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("found unknown: " + String.join(", ", unknown) + "\n");
  }

  /** Returns the notes for the values of the variables. */
  static String fill(String template, Map<String, String> values) {
    String unescaped =
        ESCAPE
            .matcher(template)
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : "\\"));
    return VARIABLE
        .matcher(unescaped)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
