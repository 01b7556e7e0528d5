package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Optional;

/**
 * Accounts for every configuration key of every guest. Immutable.
 *
 * @param guests the guests, virtual machines first, each by id
 * @param warnings what a person should know before the code is used
 */
public record Coverage(List<GuestCoverage> guests, List<CoverageWarning> warnings) {
  /** Copies the lists. */
  public Coverage {
    guests = List.copyOf(guests);
    warnings = List.copyOf(warnings);
  }

  /** The report of a generator that has nothing to account for. */
  public static Coverage empty() {
    return new Coverage(List.of(), List.of());
  }

  /** What became of a guest. */
  public Optional<GuestCoverage> guest(VmId id) {
    return guests.stream().filter(guest -> guest.id().equals(id)).findFirst();
  }

  /** How many keys and parts of keys have an outcome. */
  public long count(Outcome outcome) {
    return guests.stream()
        .flatMap(guest -> guest.entries().stream())
        .filter(entry -> entry.outcome() == outcome)
        .count();
  }

  /** How many guests the tool can read. */
  public long readable() {
    return guests.stream().filter(GuestCoverage::readable).count();
  }

  /** The report for people. */
  public String markdown() {
    return CoverageReport.markdown(this);
  }

  /** The report for programs. */
  public String json() {
    return CoverageReport.json(this);
  }
}
