package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Removes each mapping, block rule and unsupported feature in turn. At least one guest of the
 * corpus must then differ from its expected file.
 */
class MappingTableMutationTest {
  private static final Map<MappingTable, List<GuestFixture>> GUESTS = new HashMap<>();
  private static final Map<GuestFixture, MappedGuest> MAPPED = new HashMap<>();

  @BeforeAll
  static void mapAllGuests() {
    GUESTS.putAll(GuestFixture.all().collect(Collectors.groupingBy(GuestFixture::table)));
    GUESTS.forEach(
        (table, guests) -> guests.forEach(guest -> MAPPED.put(guest, map(table, guest))));
  }

  @Test
  void removingAnyMappingIsNoticed() throws IOException {
    List<String> unnoticed = new ArrayList<>();
    int mutants = 0;
    for (MappingTable table : List.of(VmTable.TABLE, ContainerTable.TABLE)) {
      for (Mutant mutant : mutantsOf(table)) {
        mutants++;
        if (!isNoticed(table, mutant.table())) {
          unnoticed.add(mutant.missing());
        }
      }
    }
    System.out.printf("%d of %d noticed%n", mutants - unnoticed.size(), mutants);
    assertThat(unnoticed).isEmpty();
  }

  private static boolean isNoticed(MappingTable table, MappingTable mutant) throws IOException {
    for (GuestFixture guest : GUESTS.getOrDefault(table, List.of())) {
      boolean differs = !map(mutant, guest).equals(MAPPED.get(guest));
      if (differs
          && !GuestCorpusTest.print(guest, mutant).equals(Files.readString(guest.expectation()))) {
        return true;
      }
    }
    return false;
  }

  private static MappedGuest map(MappingTable table, GuestFixture fixture) {
    return GuestMapper.map(table, new GuestView(fixture.guest(), fixture.cluster()));
  }

  private static List<Mutant> mutantsOf(MappingTable table) {
    List<Mutant> mutants = new ArrayList<>();
    for (int i = 0; i < table.mappings().size(); i++) {
      mutants.add(
          new Mutant(
              table.mappings().get(i).toString(),
              new MappingTable(
                  table.resourceType(),
                  without(table.mappings(), i),
                  table.blocks(),
                  table.unsupportedFeatures())));
    }
    for (int i = 0; i < table.blocks().size(); i++) {
      mutants.add(
          new Mutant(
              "block " + table.blocks().get(i).path(),
              new MappingTable(
                  table.resourceType(),
                  table.mappings(),
                  without(table.blocks(), i),
                  table.unsupportedFeatures())));
    }
    for (int i = 0; i < table.unsupportedFeatures().size(); i++) {
      mutants.add(
          new Mutant(
              table.resourceType() + " " + table.unsupportedFeatures().get(i),
              new MappingTable(
                  table.resourceType(),
                  table.mappings(),
                  table.blocks(),
                  without(table.unsupportedFeatures(), i))));
    }
    return mutants;
  }

  private static <T> List<T> without(List<T> list, int index) {
    List<T> rest = new ArrayList<>(list);
    rest.remove(index);
    return rest;
  }

  private record Mutant(String missing, MappingTable table) {}
}
