package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Constant;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.java.text.JavaText;
import io.github.proxmoxmpc.codegen.schema.ApiSchema.GoneValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the constants of one enumeration, a different one for each value. Used once. */
final class Constants {
  /** The names that every enumeration uses for other members. */
  private final Set<String> taken = new HashSet<>(Set.of("UNRECOGNIZED", "TYPE"));

  private final List<Constant> constants = new ArrayList<>();

  private Constants() {}

  /**
   * Returns the constants of the values, removed ones last.
   *
   * @param since the first release of each value that is newer than the enumeration
   */
  static List<Constant> of(
      List<String> values, List<GoneValue> goneValues, Map<String, String> since) {
    Constants all = new Constants();
    values.stream().distinct().forEach(value -> all.add(value, Facts.of(value, since.get(value))));
    goneValues.forEach(gone -> all.add(gone.text(), Facts.of(gone)));
    return all.constants;
  }

  private void add(String value, Doc doc) {
    String constant = JavaNames.constant(value);
    while (!taken.add(constant)) {
      constant += "_";
    }
    constants.add(new Constant(constant, JavaText.literal(value), doc));
  }
}
