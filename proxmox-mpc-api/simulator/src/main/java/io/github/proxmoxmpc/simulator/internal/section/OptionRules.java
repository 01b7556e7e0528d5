package io.github.proxmoxmpc.simulator.internal.section;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the parameters of a request become the options of a section, with the checks and messages of
 * PVE::SectionConfig (check_config and delete_from_config).
 */
final class OptionRules {
  /** Parameters that are no options. */
  final Set<String> controls = new TreeSet<>(List.of("digest", "delete"));

  /** Options that an update cannot change. */
  final Set<String> fixed = new TreeSet<>();

  /** The values that new sections have if the request does not set them. */
  final Map<String, String> defaults = new LinkedHashMap<>();

  /** The kinds of sections by name; empty if every option of the schema fits every section. */
  final Map<String, SectionKind> kinds = new LinkedHashMap<>();

  /** The option that selects the kind; empty if there is only one. */
  String kindOption = "";

  /** The parameters of an update, which are the options that can be deleted. */
  Map<String, Property> schema = Map.of();

  /** Creates the refusal to delete an option that does not exist; null to ignore the request. */
  Function<String, @Nullable RuntimeException> unknown =
      option -> RefusalException.failure("no such option '" + option + "'");

  /** Sets the parameters of a request in a new section. */
  void create(Section section, RoutedCall call) {
    setAll(section, call);
    defaults.forEach(
        (option, value) -> {
          if (!section.has(option)) {
            section.set(option, value);
          }
        });
    SectionKind kind = kindOf(section);
    if (kind != null) {
      checkAllowed(kind, call);
      for (String option : kind.required()) {
        if (!section.has(option)) {
          throw RefusalException.failure("missing value for required option '" + option + "'");
        }
      }
    }
  }

  /**
   * Changes a section as a request says.
   *
   * @param replaces whether options that the request does not set are removed
   */
  void update(Section section, RoutedCall call, boolean replaces) {
    SectionKind kind = kindOf(section);
    if (kind != null) {
      checkAllowed(kind, call);
    }
    for (String option : fixed) {
      String value = isOption(option) ? call.text(option) : null;
      if (value != null && !value.equals(section.text(option))) {
        throw RefusalException.failure("can't change value of fixed parameter '" + option + "'");
      }
    }
    if (replaces) {
      section.options().keySet().removeIf(option -> !fixed.contains(option));
    }
    setAll(section, call);
    for (String option : call.list("delete")) {
      delete(section, call, option, kind);
    }
  }

  private void delete(Section section, RoutedCall call, String option, @Nullable SectionKind kind) {
    if (!isOption(option)
        || ParameterCheck.find(schema, option) == null
        || (kind != null && !kind.allows(option))) {
      RuntimeException refusal = unknown.apply(option);
      if (refusal != null) {
        throw refusal;
      }
      return;
    }
    if (kind != null && kind.required().contains(option)) {
      throw RefusalException.failure("unable to delete required option '" + option + "'");
    }
    if (fixed.contains(option)) {
      throw RefusalException.failure("unable to delete fixed option '" + option + "'");
    }
    if (call.has(option)) {
      throw RefusalException.failure(
          "cannot set and delete property '" + option + "' at the same time!");
    }
    section.set(option, null);
  }

  private void setAll(Section section, RoutedCall call) {
    call.parameters()
        .forEach(
            (name, value) -> {
              if (isOption(name)) {
                section.set(name, value);
              }
            });
  }

  private boolean isOption(String name) {
    return !controls.contains(name);
  }

  private @Nullable SectionKind kindOf(Section section) {
    if (kindOption.isEmpty()) {
      return kinds.isEmpty() ? null : kinds.values().iterator().next();
    }
    return kinds.get(section.text(kindOption, ""));
  }

  private void checkAllowed(SectionKind kind, RoutedCall call) {
    for (String name : call.parameters().keySet()) {
      if (isOption(name) && !name.equals(kindOption) && !kind.allows(name)) {
        throw RefusalException.failure("unexpected property '" + name + "'");
      }
    }
  }
}
