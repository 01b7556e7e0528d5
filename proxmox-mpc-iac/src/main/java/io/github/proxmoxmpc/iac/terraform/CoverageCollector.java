package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.coverage.CoverageEntry;
import io.github.proxmoxmpc.iac.coverage.Outcome;
import io.github.proxmoxmpc.iac.terraform.BlockReading.ValueReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts for each key of a guest, and for each part of it. One use; not thread-safe. */
final class CoverageCollector {
  static final String NO_ROW = "no row of the mapping table knows it";
  private static final String DROPPED = "the provider drops a part with two equals signs";

  private final MappingTable table;
  private final GuestView guest;
  private final List<CoverageEntry> entries = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> parts = new HashSet<>();

  CoverageCollector(MappingTable table, GuestView guest) {
    this.table = table;
    this.guest = guest;
  }

  /** Accounts for one value that the provider reads. */
  void add(ValueReading value, Outcome outcome, @Nullable String attribute, String note) {
    AttributeMapping row = value.row();
    if (row.family().isFact() || AttributeMapping.KEY_NAME.equals(row.part())) {
      return;
    }
    String key = value.key();
    if (value.text() != null && key != null) {
      put(key, row.part(), outcome, attribute, note);
    } else if (outcome == Outcome.IGNORED
        && attribute != null
        && !row.family().label().contains("[")) {
      put(row.family().label(), row.part(), outcome, attribute, note);
    }
  }

  /** Accounts for all the rest, and gives the entries by key. */
  List<CoverageEntry> complete() {
    for (String key : guest.keys()) {
      if (!keys.contains(key)) {
        explain(key);
      }
    }
    return entries.stream()
        .sorted(
            Comparator.comparing(CoverageEntry::key, NaturalOrder.KEYS)
                .thenComparing(entry -> Objects.requireNonNullElse(entry.part(), "")))
        .toList();
  }

  private void explain(String key) {
    List<AttributeMapping> rows =
        table.rows().stream().filter(row -> row.family().holds(guest, key)).toList();
    AttributeMapping whole =
        rows.stream()
            .filter(row -> row.attribute() == null && row.part() == null)
            .findFirst()
            .orElse(null);
    boolean hasParts = rows.stream().anyMatch(row -> row.part() != null);
    if (whole != null && parts.stream().noneMatch(part -> part.startsWith(key + "."))) {
      put(key, null, Outcome.NOT_EXPRESSIBLE, null, whole.reason());
    } else if (hasParts) {
      explainParts(key, rows);
    } else {
      put(key, null, Outcome.NOT_EXPRESSIBLE, null, NO_ROW);
    }
  }

  private void explainParts(String key, List<AttributeMapping> rows) {
    ProviderPropertyString all = guest.parts(key);
    for (String part : all.named().keySet()) {
      if (!parts.contains(key + "." + part)) {
        put(key, part, Outcome.NOT_EXPRESSIBLE, null, reasonFor(part, rows));
      }
    }
    for (String part : all.dropped()) {
      put(key, part, Outcome.NOT_EXPRESSIBLE, null, DROPPED);
    }
    if (parts.stream().noneMatch(part -> part.startsWith(key + "."))) {
      put(key, null, Outcome.NOT_EXPRESSIBLE, null, reasonFor("", rows));
    }
  }

  private static String reasonFor(String part, List<AttributeMapping> rows) {
    return rows.stream()
        .filter(row -> row.attribute() == null)
        .filter(row -> row.part() == null || row.part().equals(part))
        .map(AttributeMapping::reason)
        .findFirst()
        .orElse(NO_ROW);
  }

  private void put(
      String key, @Nullable String part, Outcome outcome, @Nullable String attribute, String note) {
    entries.add(new CoverageEntry(key, part, outcome, attribute, note));
    if (part == null) {
      keys.add(key);
    } else {
      parts.add(key + "." + part);
    }
  }
}
