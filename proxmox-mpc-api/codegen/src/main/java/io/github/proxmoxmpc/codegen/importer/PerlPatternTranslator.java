package io.github.proxmoxmpc.codegen.importer;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates the Perl patterns of the schema to Java.
 *
 * <p>The result is only the body of the pattern. The server checks {@code m/^body$/}, so callers
 * have to search for {@code ^body$} with {@link Pattern#UNIX_LINES}. As in Perl, the dot then stops
 * only at a line feed, the dollar also matches before a final line feed, and an alternation outside
 * of a group is not bound by the anchors.
 */
final class PerlPatternTranslator {
  // perlre: "(?^" resets to the defaults d-imnsx; "u" asks for Unicode rules.
  private static final Map<String, String> GROUPS =
      Map.of("(?^:", "(?-ismx:", "(?^i:", "(?i-smx:", "(?^u:", "(?U-ismx:", "(?^s:", "(?s-imx:");

  private PerlPatternTranslator() {}

  /**
   * Translates a pattern.
   *
   * @throws IllegalArgumentException if it uses a construct that is not known to mean the same in
   *     Java
   */
  static String toJava(String perl) {
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    int i = 0;
    while (i < perl.length()) {
      char c = perl.charAt(i);
      if (c == '\\') {
        i = escape(perl, i, inClass, out);
      } else if (inClass) {
        i = inClass(perl, i, out);
        inClass = !(c == ']');
      } else if (c == '[') {
        inClass = true;
        i = openClass(perl, i, out);
      } else if (perl.startsWith("(?^", i)) {
        int colon = perl.indexOf(':', i);
        String group = colon < 0 ? "(?^" : perl.substring(i, colon + 1);
        String java = GROUPS.get(group);
        if (java == null) {
          throw refused(perl, group);
        }
        out.append(java);
        i = colon + 1;
      } else if (perl.startsWith("(?", i)) {
        i = group(perl, i, out);
      } else if (perl.startsWith("{,", i)) {
        // Perl 5.34 reads {,n} as {0,n}; Java refuses it.
        out.append("{0,");
        i += 2;
      } else {
        out.append(c);
        i++;
      }
    }
    String java = out.toString();
    try {
      Pattern.compile("^" + java + "$", Pattern.UNIX_LINES);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "Perl pattern '"
              + perl
              + "' became '"
              + java
              + "', which is not valid in Java: "
              + e.getDescription(),
          e);
    }
    return java;
  }

  private static int escape(String perl, int at, boolean inClass, StringBuilder out) {
    if (at + 1 >= perl.length()) {
      throw refused(perl, "a backslash at the end");
    }
    char next = perl.charAt(at + 1);
    if (next == '0') {
      out.append("\\x00");
    } else if ("KgCX".indexOf(next) >= 0 || (inClass && next == 'N')) {
      throw refused(perl, "\\" + next);
    } else {
      out.append('\\').append(next);
    }
    return at + 2;
  }

  private static int openClass(String perl, int at, StringBuilder out) {
    int i = at + 1;
    out.append('[');
    if (i < perl.length() && perl.charAt(i) == '^') {
      out.append('^');
      i++;
    }
    if (i < perl.length() && perl.charAt(i) == ']') {
      // A closing bracket at the beginning of a class is a literal.
      out.append("\\]");
      i++;
    }
    return i;
  }

  private static int inClass(String perl, int at, StringBuilder out) {
    char c = perl.charAt(at);
    if (perl.startsWith("[:", at)) {
      throw refused(perl, "a POSIX class");
    }
    if (c == '[' || c == '&') {
      // Unescaped, Java would read a nested class or an intersection.
      out.append('\\');
    }
    out.append(c);
    return at + 1;
  }

  private static int group(String perl, int at, StringBuilder out) {
    for (String known : new String[] {"(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?i:"}) {
      if (perl.startsWith(known, at)) {
        out.append(known);
        return at + known.length();
      }
    }
    throw refused(perl, perl.substring(at, Math.min(perl.length(), at + 4)));
  }

  private static IllegalArgumentException refused(String perl, String construct) {
    return new IllegalArgumentException(
        "Perl pattern '" + perl + "' uses " + construct + ", which cannot be translated to Java");
  }
}
