package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.fixtures.Sample;
import io.github.proxmoxmpc.iac.terraform.internal.guest.ContainerTable;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestView;
import io.github.proxmoxmpc.iac.terraform.internal.guest.VmTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappedResource;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Removes each mapping, block rule and unsupported feature in turn. At least one guest of the
 * corpus must then differ from its expected file.
 */
class MappingTableMutationTest {
  private static final Map<MappingTable<GuestView>, List<GuestFixture>> GUESTS =
      GuestFixture.all().collect(Collectors.groupingBy(GuestFixture::table));
  private static final Map<GuestFixture, GuestView> VIEWS = new HashMap<>();
  private static final Map<GuestFixture, MappedResource> MAPPED = new HashMap<>();

  @BeforeAll
  static void mapAllGuests() {
    GUESTS.forEach(
        (table, guests) ->
            guests.forEach(
                guest -> {
                  GuestView view = new GuestView(guest.guest(), guest.cluster());
                  VIEWS.put(guest, view);
                  MAPPED.put(guest, MappedResource.of(table, view));
                }));
  }

  @Test
  void removingAnyMappingIsNoticed() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    int mutants = 0;
    for (MappingTable<GuestView> table : List.of(VmTable.TABLE, ContainerTable.TABLE)) {
      for (Mutant mutant : Sample.of(mutantsOf(table), 30)) {
        mutants++;
        if (!isNoticed(table, mutant)) {
          unnoticed.add(mutant.missing());
        }
      }
    }
    System.out.printf(
        "%d of %d noticed (seed %d)%n", mutants - unnoticed.size(), mutants, Sample.seed());
    assertThat(unnoticed).isEmpty();
  }

  private static boolean isNoticed(MappingTable<GuestView> table, Mutant mutant)
      throws IOException {
    // The others come last: a removed default shows in guests that do not set the key.
    Map<Boolean, List<GuestFixture>> byUse =
        GUESTS.getOrDefault(table, List.of()).stream()
            .collect(Collectors.partitioningBy(guest -> mutant.isUsedBy().test(view(guest))));
    return isNoticedBy(byUse.getOrDefault(true, List.of()), mutant)
        || isNoticedBy(byUse.getOrDefault(false, List.of()), mutant);
  }

  private static boolean isNoticedBy(List<GuestFixture> guests, Mutant mutant) throws IOException {
    for (GuestFixture guest : guests) {
      boolean differs = !MappedResource.of(mutant.table(), view(guest)).equals(MAPPED.get(guest));
      if (differs && !GuestCorpusTest.print(guest, mutant.table()).equals(guest.expectation())) {
        return true;
      }
    }
    return false;
  }

  private static GuestView view(GuestFixture guest) {
    return Objects.requireNonNull(VIEWS.get(guest));
  }

  private static List<Mutant> mutantsOf(MappingTable<GuestView> table) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < table.mappings().size(); i++) {
      KeyPattern keys = table.mappings().get(i).keyPattern();
      mutants.add(
          new Mutant(
              table.mappings().get(i).toString(),
              new MappingTable<>(
                  table.resourceType(),
                  without(table.mappings(), i),
                  table.blocks(),
                  table.unsupportedFeatures()),
              guest -> keys.isFact() || !guest.keys(keys).isEmpty()));
    }
    for (int i = 0; i < table.blocks().size(); i++) {
      KeyPattern keys = table.blocks().get(i).keyPattern();
      mutants.add(
          new Mutant(
              "block " + table.blocks().get(i).path(),
              new MappingTable<>(
                  table.resourceType(),
                  table.mappings(),
                  without(table.blocks(), i),
                  table.unsupportedFeatures()),
              guest -> keys == null || !guest.keys(keys).isEmpty()));
    }
    for (int i = 0; i < table.unsupportedFeatures().size(); i++) {
      UnsupportedFeature<GuestView> feature = table.unsupportedFeatures().get(i);
      mutants.add(
          new Mutant(
              table.resourceType() + " " + feature,
              new MappingTable<>(
                  table.resourceType(),
                  table.mappings(),
                  table.blocks(),
                  without(table.unsupportedFeatures(), i)),
              guest -> !feature.finder().apply(guest).isEmpty()));
    }
    return mutants;
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  /**
   * A table that lacks one entry.
   *
   * @param missing the entry, for the failure message
   * @param table the table without it
   * @param isUsedBy whether a guest sets a key that the entry is about
   */
  private record Mutant(
      String missing, MappingTable<GuestView> table, Predicate<GuestView> isUsedBy) {}
}
