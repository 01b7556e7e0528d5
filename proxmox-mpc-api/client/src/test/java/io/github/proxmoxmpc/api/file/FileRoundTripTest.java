package io.github.proxmoxmpc.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any file is read, and prints as it was read. */
class FileRoundTripTest {
  private static final List<Function<String, ConfigurationFile>> PARSERS =
      List.of(
          GuestFile::vm,
          GuestFile::container,
          SectionFile::parse,
          OptionFile::parse,
          OptionFile::datacenter,
          OptionFile::node,
          AccessFile::parse,
          FirewallFile::parse,
          InterfacesFile::parse,
          CorosyncFile::parse);

  private static final String[] PIECES = {
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "#",
    ":",
    ": ",
    "=",
    ",",
    ",,",
    "[",
    "]",
    "[PENDING]",
    "[snap]",
    "[special:cloudinit]",
    "[RULES]",
    "[IPSET a]",
    "[group b] # c",
    "[OPTIONS]",
    "|IN ACCEPT",
    "IN SSH(ACCEPT) -p tcp",
    "-dport 22",
    "iface ",
    "auto ",
    "vmbr0 inet static",
    "address 1.2.3.4",
    "{",
    "}",
    "dir: local",
    "path /x",
    "user:a@pve:1:0",
    "acl:1:/:@g:R:",
    "key",
    "lxc.a = b",
    "net0",
    "value",
    "%41",
    "%",
    "\u00fc",
    "\u2028",
    "\ud83d\ude00",
    "\u0000",
    "\\",
    "\"",
    "!",
    "@",
    "\u00a0"
  };

  @Test
  void anyMixtureOfLinesPrintsAsItWasRead() {
    Random random = new Random(20261125);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(40); piece > 0; piece--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      printsAsItWasRead(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\n\n",
        "no line feed",
        "cores: 2\r\nmemory: 512\r\n",
        "dir: local\r\n\tpath /a\r\n\r\ndir: other\r\n\tpath /b",
        "\u0000",
        "\ufeffcores: 2\n",
        "name: \u6f22\u5b57 \ud83d\ude80\n"
      })
  void unusualTextsPrintAsTheyWereRead(String text) {
    printsAsItWasRead(text);
  }

  @Test
  void veryLongLinesAreReadAtOnce() {
    for (String line :
        List.of(
            "args: " + "-device x ".repeat(100_000) + "y",
            "args:" + " ".repeat(1_000_000) + "x",
            "\tkey" + " ".repeat(1_000_000),
            "[" + "a".repeat(1_000_000),
            "IN ACCEPT " + "-p tcp ".repeat(100_000) + "# x",
            "{\n".repeat(100_000),
            "a {\n".repeat(100_000))) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> printsAsItWasRead("dir: a\n" + line));
    }
  }

  private static void printsAsItWasRead(String text) {
    for (Function<String, ConfigurationFile> parser : PARSERS) {
      ConfigurationFile file = parser.apply(text);
      assertThat(file.text()).isEqualTo(text);
      readAll(file);
    }
  }

  private static void readAll(ConfigurationFile file) {
    if (file instanceof GuestFile guest) {
      guest.json();
      guest.snapshots().values().forEach(GuestSection::json);
      guest.pending().ifPresent(GuestSection::json);
    } else if (file instanceof SectionFile sections) {
      sections.sections().forEach(section -> section.json("id"));
    } else if (file instanceof OptionFile options) {
      options.json();
    } else if (file instanceof AccessFile access) {
      access.records(AccessRecord.class);
    } else if (file instanceof FirewallFile firewall) {
      firewall.options();
      firewall.aliases();
      firewall.ipSets();
      firewall.groups().values().forEach(rules -> rules.forEach(rule -> rule.json(0)));
      firewall.rules().forEach(rule -> rule.json(0));
    } else if (file instanceof InterfacesFile interfaces) {
      interfaces.auto();
      interfaces.sources();
      interfaces.stanzas().forEach(InterfaceStanza::json);
    } else if (file instanceof CorosyncFile corosync) {
      corosync.json();
    }
  }
}
