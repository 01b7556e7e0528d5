package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("U05")
class FirewallFormatsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pve-fw-addr-spec|+dc/capset",
        "pve-fw-addr-spec|10.0.0.1-10.0.0.9",
        "pve-fw-addr-spec|10.0.0.0/8,192.0.2.1",
        "pve-fw-addr-spec|guest/net",
        "pve-fw-addr-spec|2001:db8::/32,::1",
        "pve-fw-dport-spec|22,80:85,https",
        "pve-fw-dport-spec|echo-request,any",
        "pve-fw-icmp-type-spec|''",
        "pve-fw-conntrack-helper|ftp,sip",
        "pve-fw-protocol-spec|ipv6-icmp",
        "pve-fw-protocol-spec|a/n",
        "pve-fw-protocol-spec|255",
        "pve-fw-protocol-spec|''",
        "pve-fw-addr-spec|10.0.0.5",
        "pve-fw-addr-spec|2001:db8::1-2001:db8::9",
        "pve-fw-addr-spec|+capset",
        "pve-fw-addr-spec|dc/net",
        "pve-fw-sport-spec|1024:65535",
        "pve-fw-protocol-spec|tcp",
        "pve-fw-icmp-type-spec|echo-request",
        "pve-fw-conntrack-helper|tftp"
      })
  void acceptsTheSameValuesAsTheFirewall(String format, String value) {
    assertThat(named(format).accepts(value)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pve-fw-addr-spec|10.0.0.1,",
        "pve-fw-addr-spec|10.0.0.1,2001:db8::1",
        "pve-fw-addr-spec|no good",
        "pve-fw-addr-spec|10.0.0.300/8",
        "pve-fw-addr-spec|10.0.0.1/8",
        "pve-fw-addr-spec|10.0.0.9-10.0.0.1",
        "pve-fw-addr-spec|10.0.0.1-10.0.0.2,10.0.0.5",
        "pve-fw-dport-spec|80-85",
        "pve-fw-dport-spec|22,echo-request",
        "pve-fw-dport-spec|65536",
        "pve-fw-dport-spec|85:80",
        "pve-fw-dport-spec|1:2,3:4,5:6,7:8,9:10,11:12,13:14,15:16",
        "pve-fw-icmp-type-spec|ping",
        "pve-fw-conntrack-helper|ssh",
        "pve-fw-protocol-spec|tcp udp",
        "pve-fw-protocol-spec|256",
        "pve-fw-addr-spec|10.0.0.300",
        "pve-fw-addr-spec|10.0.0.5/33",
        "pve-fw-addr-spec|2001:db8::1/32",
        "pve-fw-addr-spec|2001:db8::/129",
        "pve-fw-addr-spec|2001:db8:::1",
        "pve-fw-addr-spec|fe80::1%eth0",
        "pve-fw-addr-spec|10.0.0.1-2001:db8::1",
        "pve-fw-addr-spec|2001:db8::9-2001:db8::1",
        "pve-fw-addr-spec|10.0.0.1 10.0.0.2",
        "pve-fw-addr-spec|dc/",
        "pve-fw-addr-spec|+a b",
        "pve-fw-sport-spec|65536",
        "pve-fw-sport-spec|22,,80",
        "pve-fw-dport-spec|22;80",
        "pve-fw-dport-spec|-1",
        "pve-fw-conntrack-helper|ftp,",
        "pve-fw-icmp-type-spec|echo_request"
      })
  void rejectsTheSameValuesAsTheFirewall(String format, String value) {
    assertThat(named(format).accepts(value)).isFalse();
  }

  private static Format named(String format) {
    return Objects.requireNonNull(Formats.named(format));
  }
}
