package io.github.proxmoxmpc.codegen.java.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Turns names of the schema into Java identifiers. Every name results in a valid identifier. */
public final class JavaNames {
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern HUMPS =
      Pattern.compile("(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern CAPITALS = Pattern.compile("(?=[A-Z])");

  // Members of Object, ApiResult and ApiRequest.Builder.
  private static final Set<String> TAKEN =
      Set.of(
          "append",
          "build",
          "builder",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "indexed",
          "notify",
          "notifyAll",
          "optional",
          "put",
          "putAll",
          "raw",
          "require",
          "required",
          "self",
          "toString",
          "unset",
          "wait",
          "with");

  // A step may be called clone, because it may narrow the type that Object.clone() returns.
  private static final Set<String> TAKEN_FOR_STEPS =
      Set.of(
          "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  private JavaNames() {}

  /** Returns the name of a type: {@code BackupInfo} for {@code backup-info}. */
  public static String type(String wire) {
    String name = words(wire).stream().map(JavaNames::capital).collect(Collectors.joining());
    return startsWell(name);
  }

  /** Joins parts of a type name; words that end one part and begin the next are written once. */
  public static String joined(String first, String... more) {
    String name = first;
    for (String next : more) {
      name += next.substring(overlap(name, next));
    }
    return name;
  }

  /** Returns the length of the whole words that end a name and begin the next one. */
  private static int overlap(String name, String next) {
    int longest = 0;
    int length = 0;
    for (String word : CAPITALS.split(next)) {
      length += word.length();
      if (endsWithWords(name, next.substring(0, length))) {
        longest = length;
      }
    }
    return longest;
  }

  /** Returns whether a name ends with these words as whole words. */
  public static boolean endsWithWords(String name, String words) {
    return name.endsWith(words) && Character.isUpperCase(words.charAt(0));
  }

  /**
   * Returns the name of a member: {@code backupInfo} for {@code backup-info}. Appends an underscore
   * to keywords and inherited members.
   */
  public static String member(String wire) {
    return member(wire, TAKEN);
  }

  /** Returns the name of a step in the path tree, whose classes inherit fewer members. */
  public static String step(String wire) {
    return member(wire, TAKEN_FOR_STEPS);
  }

  private static String member(String wire, Set<String> taken) {
    String type = words(wire).stream().map(JavaNames::capital).collect(Collectors.joining());
    if (type.isEmpty()) {
      return "unnamed";
    }
    String name = startsWell(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
    return SourceVersion.isKeyword(name) || taken.contains(name) ? name + "_" : name;
  }

  /** Returns the name of a constant: {@code VIRTIO_SCSI_PCI} for {@code virtio-scsi-pci}. */
  public static String constant(String wire) {
    String name =
        Arrays.stream(SEPARATORS.split(wire.replace("+", "_plus_"), -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
    return name.isEmpty() ? "EMPTY" : startsWell(name);
  }

  /** Returns a type name in snake case: {@code SNAPSHOT_NAME} for {@code SnapshotName}. */
  public static String snakeCase(String type) {
    return String.join("_", words(type)).toUpperCase(Locale.ROOT);
  }

  /** Returns a segment of a package name: {@code backupinfo} for {@code backup-info}. */
  public static String packageSegment(String wire) {
    String name = startsWell(SEPARATORS.matcher(wire).replaceAll("").toLowerCase(Locale.ROOT));
    return SourceVersion.isKeyword(name) ? name + "_" : name;
  }

  private static List<String> words(String wire) {
    return SEPARATORS
        .splitAsStream(wire)
        .flatMap(HUMPS::splitAsStream)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String startsWell(String name) {
    return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
  }
}
