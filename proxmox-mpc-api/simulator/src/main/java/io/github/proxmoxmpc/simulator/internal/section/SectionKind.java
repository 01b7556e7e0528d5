package io.github.proxmoxmpc.simulator.internal.section;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * The options of the sections of one type, as a plugin of PVE::SectionConfig declares them.
 *
 * @param required the options that a new section must have
 * @param optional the other options; if it is empty, any option of the schema is allowed
 */
public record SectionKind(Set<String> required, Set<String> optional) {
  /** Copies the sets. */
  public SectionKind {
    required = Set.copyOf(required);
    optional = Set.copyOf(optional);
  }

  /** Creates a kind that allows all options of the schema. */
  public static SectionKind requiring(String... options) {
    return new SectionKind(Set.of(options), Set.of());
  }

  /** Returns a kind that allows only its required options and these, given in one text. */
  public SectionKind allowing(String optionsBySpace) {
    return new SectionKind(required, new TreeSet<>(Arrays.asList(optionsBySpace.split("\\s+"))));
  }

  boolean allows(String option) {
    return optional.isEmpty() || required.contains(option) || optional.contains(option);
  }
}
