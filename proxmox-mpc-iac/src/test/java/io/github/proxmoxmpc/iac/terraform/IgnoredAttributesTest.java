package io.github.proxmoxmpc.iac.terraform;

import static io.github.proxmoxmpc.iac.terraform.TerraformTest.content;
import static io.github.proxmoxmpc.iac.terraform.TerraformTest.generate;
import static io.github.proxmoxmpc.iac.terraform.TerraformTest.vm;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.iac.GeneratedFiles;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terraform warns about an ignored attribute that repeats another one or lies below it. */
@Tag("S07")
class IgnoredAttributesTest {
  private static final Pattern LIST =
      Pattern.compile("ignore_changes = \\[\n(.*?)\n[ #]*]", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"vms.tf", "containers.tf"})
  void noGuestOfTheCorpusIgnoresAnAttributeTwice(String file) {
    List<GuestState> guests = GuestFixture.all().map(GuestFixture::guest).toList();
    List<List<String>> lists = ignored(generate(GuestFixture.clusterOf(guests)), file);
    assertThat(lists).hasSizeGreaterThan(10).allSatisfy(IgnoredAttributesTest::hasNoRedundance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"net0 net2", "net1", "net0 net3 net5", "net1 net2 net4"})
  void aVmWithGapsBetweenItsNicsIgnoresNoAttributeTwice(String keys) {
    Map<String, String> config = new HashMap<>();
    for (String key : keys.split(" ")) {
      config.put(key, "virtio=BC:24:11:00:00:01,bridge=vmbr1");
    }
    assertThat(ignored(generate(vm(config)), "vms.tf"))
        .allSatisfy(IgnoredAttributesTest::hasNoRedundance);
  }

  private static void hasNoRedundance(List<String> paths) {
    assertThat(paths)
        .doesNotHaveDuplicates()
        .allSatisfy(
            path ->
                assertThat(paths)
                    .noneMatch(
                        other -> path.startsWith(other + ".") || path.startsWith(other + "[")));
  }

  private static List<List<String>> ignored(GeneratedFiles files, String file) {
    List<List<String>> lists = new ArrayList<>();
    Matcher list = LIST.matcher(content(files, file));
    while (list.find()) {
      lists.add(
          list.group(1)
              .lines()
              .map(line -> line.replaceFirst("#.*", "").replace(",", "").strip())
              .filter(path -> !path.isEmpty())
              .toList());
    }
    return lists;
  }
}
