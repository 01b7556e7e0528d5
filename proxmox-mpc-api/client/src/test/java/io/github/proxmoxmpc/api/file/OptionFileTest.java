package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.rest.cluster.options.Options;
import io.github.proxmoxmpc.api.rest.nodes.config.Config;
import org.junit.jupiter.api.Test;

/** Single options, and where their files have notes. */
class OptionFileTest {
  @Test
  void optionsOfTheDatacenterAreRead() {
    OptionFile file = OptionFile.datacenter("\nkeyboard: de\nu2f: appid=x\nrubbish\n");
    assertThat(file.keys()).containsExactly("keyboard", "u2f");
    assertThat(file.get("keyboard")).isEqualTo("de");
    assertThat(file.description()).isEmpty();
  }

  @Test
  void theNotesOfTheDatacenterAreItsCommentsWithoutIndent() {
    OptionFile file =
        OptionFile.datacenter(
            "#r%C3%A4ck 4 \n  keyboard: de\n#\n # by hand\ndescription: lost\n#last\n");
    Options options = new Options(file.json());
    assertThat(options.description()).isEqualTo("r\u00e4ck 4 \n\nlast\n");
    assertThat(file.keys()).containsExactly("keyboard");
    assertThat(OptionFile.datacenter("description: lost\n").description()).isEmpty();
  }

  @Test
  void theNotesOfANodeAreItsCommentsAndDescriptions() {
    OptionFile file =
        OptionFile.node(
            "#r%C3%A4ck 4 \n  #  7\nwakeonlan: 02:00:00:00:00:01\ndescription: last%21 \ndescription:\n");
    assertThat(new Config(file.json()).description()).isEqualTo("r\u00e4ck 4\n  7\nlast!\n");
    assertThat(file.keys()).containsExactly("wakeonlan");
    assertThat(OptionFile.node("location: x\n").description()).isEmpty();
    assertThat(OptionFile.node("").json().names()).isEmpty();
  }

  @Test
  void commentsInVzdumpConfAreNotNotes() {
    OptionFile file =
        OptionFile.parse("# vzdump default settings\n\n#tmpdir: DIR\nbwlimit: 1000\n");
    assertThat(file.description()).isNull();
    assertThat(file.json()).hasToString("{\"bwlimit\":\"1000\"}");
  }
}
