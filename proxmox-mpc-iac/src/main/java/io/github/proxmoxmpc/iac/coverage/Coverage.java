package io.github.proxmoxmpc.iac.coverage;

import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Optional;

/**
 * The coverage of every configuration key of every guest. Immutable.
 *
 * @param guests the guests, virtual machines first, each kind sorted by id
 * @param warnings the facts to know before the code is used
 */
public record Coverage(List<GuestCoverage> guests, List<CoverageWarning> warnings) {
  /** Copies the lists. */
  public Coverage {
    guests = List.copyOf(guests);
    warnings = List.copyOf(warnings);
  }

  /** Returns the coverage of a generator that covers no guests. */
  public static Coverage empty() {
    return new Coverage(List.of(), List.of());
  }

  /** Returns the coverage of a guest. */
  public Optional<GuestCoverage> guest(VmId vmid) {
    return guests.stream().filter(guest -> guest.vmid().equals(vmid)).findFirst();
  }

  /** Counts the keys and properties with an outcome. */
  public long count(CoverageOutcome outcome) {
    return guests.stream()
        .flatMap(guest -> guest.entries().stream())
        .filter(entry -> entry.outcome() == outcome)
        .count();
  }

  /** Counts the guests that the tool can read. */
  public long readable() {
    return guests.stream().filter(GuestCoverage::readable).count();
  }

  /** Prints the report for people, in Markdown. */
  public String markdown() {
    return CoverageReport.markdown(this);
  }

  /** Prints the report for programs, in JSON. */
  public String json() {
    return CoverageReport.json(this);
  }
}
