package io.github.proxmoxmpc.codegen.importer;

import io.github.proxmoxmpc.codegen.schema.ElementKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Operations whose path parameters were renamed. On the wire they are the same operation, such as
 * {@code /nodes/{node}/hardware/pci/{pciid}} and, since 8.2, {@code
 * /nodes/{node}/hardware/pci/{pci-id-or-mapping}}.
 */
final class Renames {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  private final Map<String, String> titles;

  private Renames(Map<String, String> titles) {
    this.titles = titles;
  }

  /** Finds the renames between the elements of an earlier release and those of a newer one. */
  static Renames between(Collection<String> before, Collection<String> now) {
    Map<String, String> fresh = new LinkedHashMap<>();
    now.stream()
        .filter(title -> !before.contains(title))
        .forEach(title -> fresh.put(shape(title), title));
    Map<String, String> titles = new LinkedHashMap<>();
    for (String title : before) {
      String today = fresh.get(shape(title));
      if (today != null && ElementKey.parse(title).parameter() == null && !now.contains(title)) {
        titles.put(title, today);
      }
    }
    return new Renames(titles);
  }

  private static String shape(String title) {
    return VARIABLE.matcher(title).replaceAll("{}");
  }

  /** Returns the key that an element has in the newer release. */
  String today(String key) {
    ElementKey element = ElementKey.parse(key);
    String title = titles.get(element.operation());
    if (title == null) {
      return key;
    }
    String parameter = element.parameter();
    return new ElementKey(
            title,
            parameter == null ? null : parameterToday(element.operation(), title, parameter),
            element.part(),
            element.value())
        .toString();
  }

  private static String parameterToday(String title, String today, String parameter) {
    Matcher old = VARIABLE.matcher(title);
    Matcher fresh = VARIABLE.matcher(today);
    while (old.find() && fresh.find()) {
      if (parameter.equals(old.group(1))) {
        return fresh.group(1);
      }
    }
    return parameter;
  }
}
