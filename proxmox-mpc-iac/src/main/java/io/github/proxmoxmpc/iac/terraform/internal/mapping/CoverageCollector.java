package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedBlock.DecodedAttribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the coverage of each configuration key of a resource, and of each property of a property
 * string. Used once; not thread-safe.
 */
final class CoverageCollector {
  private static final String DROPPED = "the provider drops a property with two equals signs";

  private final MappingTable<?> table;
  private final ResourceView view;
  private final List<CoverageEntry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> properties = new HashSet<>();

  CoverageCollector(MappingTable<?> table, ResourceView view) {
    this.table = table;
    this.view = view;
  }

  /** Records the outcome of one decoded value. */
  void add(
      DecodedAttribute value, CoverageOutcome outcome, @Nullable String attribute, String note) {
    AttributeMapping mapping = value.mapping();
    if (mapping.keyPattern().isFact() || AttributeMapping.KEY_NAME.equals(mapping.property())) {
      return;
    }
    String key = value.key();
    if (value.text() != null && key != null) {
      put(new CoverageEntry(key, mapping.property(), outcome, attribute, note));
    } else if (outcome == CoverageOutcome.IGNORED
        && attribute != null
        && !mapping.keyPattern().label().contains("[")) {
      put(
          new CoverageEntry(
              mapping.keyPattern().label(), mapping.property(), outcome, attribute, note));
    }
  }

  /** Records all remaining keys, and returns the entries sorted by key. */
  List<CoverageEntry> complete() {
    for (String key : view.keys()) {
      if (!keys.contains(key)) {
        explain(key);
      }
    }
    return entries.stream()
        .sorted(
            Comparator.comparing(CoverageEntry::key, NaturalOrder.KEYS)
                .thenComparing(entry -> Objects.requireNonNullElse(entry.property(), "")))
        .toList();
  }

  private void explain(String key) {
    List<AttributeMapping> mappings =
        table.mappings().stream()
            .filter(mapping -> mapping.keyPattern().matches(view, key))
            .toList();
    AttributeMapping whole =
        mappings.stream()
            .filter(mapping -> mapping.attribute() == null && mapping.property() == null)
            .findFirst()
            .orElse(null);
    boolean hasProperties = mappings.stream().anyMatch(mapping -> mapping.property() != null);
    if (whole != null
        && properties.stream().noneMatch(property -> property.startsWith(key + "."))) {
      put(new CoverageEntry(key, null, CoverageOutcome.NOT_EXPRESSIBLE, null, whole.reason()));
    } else if (hasProperties) {
      explainProperties(key, mappings);
    } else {
      put(
          new CoverageEntry(
              key, null, CoverageOutcome.NOT_EXPRESSIBLE, null, AttributeMapping.NO_MAPPING));
    }
  }

  private void explainProperties(String key, List<AttributeMapping> mappings) {
    ProviderPropertyString all = view.propertyString(key);
    for (String property : all.named().keySet()) {
      if (!properties.contains(key + "." + property)) {
        put(
            new CoverageEntry(
                key,
                property,
                CoverageOutcome.NOT_EXPRESSIBLE,
                null,
                reasonFor(property, mappings)));
      }
    }
    for (String property : all.dropped()) {
      put(new CoverageEntry(key, property, CoverageOutcome.NOT_EXPRESSIBLE, null, DROPPED));
    }
    if (properties.stream().noneMatch(property -> property.startsWith(key + "."))) {
      put(
          new CoverageEntry(
              key, null, CoverageOutcome.NOT_EXPRESSIBLE, null, reasonFor("", mappings)));
    }
  }

  private static String reasonFor(String property, List<AttributeMapping> mappings) {
    return mappings.stream()
        .filter(mapping -> mapping.attribute() == null)
        .filter(mapping -> mapping.property() == null || mapping.property().equals(property))
        .map(AttributeMapping::reason)
        .findFirst()
        .orElse(AttributeMapping.NO_MAPPING);
  }

  private void put(CoverageEntry entry) {
    entries.add(entry);
    if (entry.property() == null) {
      keys.add(entry.key());
    } else {
      properties.add(entry.key() + "." + entry.property());
    }
  }
}
