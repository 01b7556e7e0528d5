package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import io.github.proxmoxmpc.iac.terraform.internal.guest.GuestView;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappedResource;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.MappingTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the generated Terraform of each guest of the corpus with the expected text: the
 * resource, followed by the coverage of each key.
 *
 * <p>The real provider planned the measured guests against a real server. {@code
 * -Dguests.update=true} rewrites the expected files; review the difference.
 */
class GuestCorpusTest {
  static Stream<GuestFixture> guests() {
    return GuestFixture.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guests")
  void theGeneratedTerraformEqualsTheExpectedFile(GuestFixture fixture) throws IOException {
    String printed = print(fixture, fixture.table());
    if (Boolean.getBoolean("guests.update")) {
      ExpectedTerraform.update(fixture.example(), printed);
      return;
    }
    assertThat(printed).isEqualTo(fixture.expectation());
  }

  /** Prints the guest's resource and the coverage of its keys, mapped by a table. */
  static String print(GuestFixture fixture, MappingTable<GuestView> table) {
    MappedResource mapped =
        MappedResource.of(table, new GuestView(fixture.guest(), fixture.cluster()));
    HclBody.Builder file = HclBody.builder();
    mapped.unsupportedFeatures().forEach(finding -> file.comment("unreadable: " + finding));
    file.add(
        new HclItem.Block(
            "resource",
            List.of(table.resourceType(), ResourceNames.of(fixture.guest())),
            mapped.body()));
    file.blank();
    mapped
        .entries()
        .forEach(
            entry ->
                file.comment(
                    Stream.of(
                            entry.name(),
                            entry.outcome().toString(),
                            entry.attribute() == null ? "" : entry.attribute(),
                            entry.note().isEmpty() ? "" : "(" + entry.note() + ")")
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" "))));
    return file.build().print();
  }
}
