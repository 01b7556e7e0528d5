package io.github.proxmoxmpc.api.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip|192.0.2.1",
        "ip|2001:db8::1",
        "ipv6|::",
        "ipv6|::ffff:192.0.2.1",
        "ipv6|1:2:3:4:5:6:7:8",
        "CIDR|10.0.0.0/8",
        "CIDR|2001:db8::/32",
        "FullRangeCIDR|0.0.0.0/0",
        "IPorCIDR|192.0.2.1",
        "dns-name|a.b-c.example",
        "address|pve1.example",
        "mac-addr|BC:24:11:00:00:01",
        "mac-prefix|BC:24:11:",
        "disk-size|32G",
        "disk-size|1.5T",
        "disk-size|4096",
        "pve-vmid-list|100, 101;102 103",
        "pve-storage-id|local-lvm",
        "pve-poolid|a/b/c",
        "pve-userid|first.last@example.com@ldap",
        "pve-tokenid|ci@pve!build",
        "pve-volume-id|local:iso/a b.iso",
        "email-opt|''",
        "pve-tag-list|a;B_1;c+d"
      })
  void whatTheServerTakesIsTaken(String format, String value) {
    assertThat(named(format).accepts(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip|192.0.2.256",
        "ip|2001:db8:::1",
        "ipv6|1:2:3:4:5:6:7",
        "ipv6|1::2::3",
        "ipv6|12345::",
        "CIDR|10.0.0.0/7",
        "CIDR|10.0.0.0",
        "CIDR|10.0.0.0/33",
        "CIDR|10.0.0.0/9999999999",
        "dns-name|-a",
        "dns-name|a..b",
        "mac-addr|01:24:11:00:00:01",
        "mac-addr|BC:24:11:00:00",
        "disk-size|32X",
        "disk-size|-1G",
        "pve-vmid|99",
        "pve-vmid|0100",
        "pve-vmid-list|100,x",
        "pve-storage-id|1a",
        "pve-storage-id|a",
        "pve-poolid|a/b/c/d",
        "pve-userid|root",
        "pve-tokenid|ci@pve",
        "pve-volume-id|iso/a.iso",
        "email|root"
      })
  void whatTheServerRefusesIsRefused(String format, String value) {
    assertThat(named(format).accepts(value)).isFalse();
  }

  @Test
  void aFormatThatIsNotKnownIsLeftToTheServer() {
    assertThat(Formats.named("pve-fw-addr-spec")).isNull();
    assertThat(Formats.named("pve-fw-addr-spec-list")).isNull();
  }

  private static Format named(String format) {
    return Objects.requireNonNull(Formats.named(format));
  }
}
