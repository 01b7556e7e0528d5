package io.github.proxmoxmpc.codegen.java.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The imports of one file. Shortens qualified names unless the short name means another type. */
public final class Imports {
  /** The annotation before the simple name of a type that may be null. */
  public static final String NULLABLE = "@org.jspecify.annotations.Nullable ";

  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?<![A-Za-z0-9_])((?:[a-z_][a-z0-9_]*\\.)+)("
              + Pattern.quote(NULLABLE)
              + ")?([A-Z][A-Za-z0-9_]*)");

  private final String packageName;
  private final TypeNames local;
  private final Map<String, String> packageByName = new TreeMap<>();

  /**
   * Creates the imports of a file.
   *
   * @param fixed the types that its template names without a package
   */
  public Imports(TypeNames local, List<String> fixed) {
    this.packageName = local.packageName();
    this.local = local;
    for (String type : fixed) {
      int dot = type.lastIndexOf('.');
      packageByName.put(type.substring(dot + 1), type.substring(0, dot));
    }
  }

  /** Returns the code with short names where they are unambiguous. */
  public String shorten(Code code) {
    Matcher matcher = QUALIFIED.matcher(code.text());
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String owner = matcher.group(1).substring(0, matcher.group(1).length() - 1);
      String name = matcher.group(3);
      String type = shortName(owner, name);
      if (matcher.group(2) != null) {
        String annotation = "@" + shortName("org.jspecify.annotations", "Nullable") + " ";
        type = type.substring(0, type.length() - name.length()) + annotation + name;
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(type));
    }
    return matcher.appendTail(out).toString();
  }

  private String shortName(String owner, String name) {
    if (owner.equals(packageName) && !packageByName.containsKey(name)) {
      return name;
    }
    boolean free = !local.isTaken(name) && !name.equals("Type");
    if (free && packageByName.computeIfAbsent(name, unused -> owner).equals(owner)) {
      return name;
    }
    return owner + "." + name;
  }

  /** Returns the types that a body needs imported, in alphabetical order. */
  public List<String> linesFor(String body) {
    return packageByName.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(packageName))
        .filter(entry -> Pattern.compile("\\b" + entry.getKey() + "\\b").matcher(body).find())
        .map(entry -> entry.getValue() + "." + entry.getKey())
        .sorted()
        .toList();
  }
}
