package io.github.proxmoxmpc.iac.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each guest of the corpus becomes the Terraform that is expected of it: the resource, and below it
 * what became of each key.
 *
 * <p>The guests under {@code vm} and {@code ct} were planned by the real provider against a real
 * server. {@code -Dguests.update=true} writes the expectations anew; look at the difference before
 * you believe it.
 */
class GuestCorpusTest {
  static Stream<GuestFixture> guests() {
    return GuestFixture.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guests")
  void aGuestBecomesWhatIsExpectedOfIt(GuestFixture fixture) throws IOException {
    String printed = print(fixture, fixture.table());
    if (Boolean.getBoolean("guests.update")) {
      Path source = Path.of("src/test/resources/guests").resolve(fixture.name() + ".tf");
      Files.writeString(source, printed);
      return;
    }
    assertThat(printed).isEqualTo(Files.readString(fixture.expectation()));
  }

  /** The guest's resource and the account of its keys, by some table. */
  static String print(GuestFixture fixture, MappingTable table) {
    MappedGuest mapped = GuestMapper.map(table, new GuestView(fixture.guest(), fixture.cluster()));
    HclBody.Builder file = HclBody.builder();
    mapped.obstacles().forEach(finding -> file.comment("unreadable: " + finding));
    file.add(
        new HclItem.Block(
            "resource", List.of(table.resourceType(), Names.of(fixture.guest())), mapped.body()));
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
