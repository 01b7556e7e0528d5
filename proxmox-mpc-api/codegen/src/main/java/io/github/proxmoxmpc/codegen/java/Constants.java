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

/** The constants of one enumeration; two values never share one. Used once. */
final class Constants {
  /** What every enumeration has beside its constants. */
  private final Set<String> taken = new HashSet<>(Set.of("UNRECOGNIZED", "TYPE"));

  private final List<Constant> constants = new ArrayList<>();

  private Constants() {}

  /**
   * The constants of the values; what is gone comes last.
   *
   * @param since the release of each value that came later than the rest
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
