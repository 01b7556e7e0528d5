package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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
        "pve-tag-list|a;B_1;c+d",
        "disk-size|1GiB",
        "IPorCIDR|0.0.0.0/0",
        "IPorCIDRorAlias|dc/my-net",
        "ipv4mask|255.255.254.0",
        "ipv4mask|0.0.0.0",
        "pve-ipv4-config|dhcp",
        "pve-ipv6-config|auto",
        "lxc-ip-with-ll-iface-list|fe80::1%eth0 192.0.2.1",
        "pve-bridge-id|vmbrü0.5",
        "mac-prefix|BC:24:1",
        "pve-vlan-id-or-range-list|2-4 7",
        "pve-storage-portal-dns|192.0.2.1:3260",
        "pve-storage-portal-dns|[2001:db8::1]:3260",
        "pve-storage-portal-dns|2001:db8::1",
        "email-or-username-list|root admin@example.com",
        "pve-acme-domain-list|a.example;b.example",
        "pve-calendar-event|mon..fri 02:30",
        "pve-calendar-event|*/15",
        "pve-calendar-event|sat 2:30,14:30",
        "pve-calendar-event|Mon,Wednesday 0..23/2:05",
        "pve-calendar-event|2026-*-01 UTC",
        "pve-calendar-event|daily",
        "pve-day-of-week-list|mon,tue",
        "pve-cpuset|0-3, 8,",
        "pve-phys-bits|host",
        "pve-phys-bits|40",
        "pve-qm-bootdev-list|scsi30;net31;hostpci15",
        "pve-qm-bootdisk|efidisk0",
        "pve-hotplug-features|network,disk",
        "pve-hotplug-features|0",
        "pve-lxc-mp-string|/srv/...data",
        "pve-lxc-dev-string|/dev/dri/card0",
        "pve-volume-id-or-qm-path|none",
        "pve-volume-id-or-qm-path|/dev/sdb",
        "pve-storage-content-list|images,rootdir,import",
        "pve-storage-path|/a b;c",
        "pve-dir-override-list|iso=media/iso,vztmpl=.hidden",
        "pve-storage-zfs-blocksize|16K",
        "storage-pair-list|local:other,third",
        "storage-pair-list|1",
        "bridge-pair-list|vmbr0:vmbr1",
        "pve-ha-resource-or-vm-id|100",
        "pve-ha-node-list|pve1:2,pve2",
        "pve-sdn-bgp-rt-list|65000:4294967295",
        "pve-sdn-isis-net|49.0001.1921.6800.1002.00",
        "pve-sdn-subnet-id|zone1-10.0.0.0-24",
        "pve-task-status-type-list|OK,error",
        "pve-command-batch|[]",
        "urlencoded|a%20b",
        "pve-ct-timezone|host",
        "pve-ct-timezone|America/Port-au-Prince",
        "pve-ct-timezone|America/North_Dakota/New_Salem",
        "pve-priv-list|VM.Audit,VM.Config.CDROM",
        "pve-sdn-prefix-list-id|PL_1-b",
        "pve-sdn-route-map-id|a",
        "ip|1:2:3:4:5:6:7::",
        "graphite-path|a.b-c"
      })
  void acceptsTheSameValuesAsTheServer(String format, String value) {
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
        "email|root",
        "IPorCIDR|10.0.0.0/33",
        "IPorCIDRorAlias|a",
        "ipv4mask|255.0.255.0",
        "pve-ipv4-config|auto",
        "pve-ipv6-config|192.0.2.1/24",
        "lxc-ip-with-ll-iface|2001:db8::1%eth0",
        "pve-bridge-id|vmbr 0",
        "pve-vlan-id-or-range|1",
        "pve-vlan-id-or-range|9-7",
        "pve-storage-portal-dns|a b",
        "pve-acme-domain|localhost",
        "pve-calendar-event|bogus",
        "pve-calendar-event|' '",
        "pve-calendar-event|mon;tue",
        "pve-day-of-week|Mon",
        "pve-cpuset|3-1",
        "pve-cpuset|1,,2",
        "pve-phys-bits|7",
        "pve-phys-bits|65",
        "pve-qm-bootdev|scsi31",
        "pve-qm-bootdev|efidisk0",
        "pve-hotplug-features|network,ram",
        "pve-lxc-mp-string|/srv/../etc",
        "pve-lxc-mp-string|/srv/.",
        "pve-lxc-dev-string|/etc/passwd",
        "pve-volume-id-or-qm-path|some.iso",
        "pve-storage-content|disks",
        "pve-storage-path|relative",
        "pve-dir-override|iso=../etc",
        "pve-dir-override|disk=a",
        "pve-storage-zfs-blocksize|3k",
        "pve-storage-zfs-blocksize|32m",
        "storage-pair|a:b:c",
        "pve-ha-resource-id|100",
        "pve-sdn-bgp-rt|65000:4294967296",
        "pve-sdn-isis-net|49.0001.00",
        "pve-sdn-subnet-id|10.0.0.0",
        "IPorCIDR|10.0.0.0/0",
        "pve-task-status-type|done",
        "pve-ct-timezone|Europe Berlin",
        "pve-ct-timezone|../etc/passwd",
        "pve-priv|Administrator",
        "pve-priv-list|VM.Audit,VM/Audit",
        "pve-sdn-prefix-list-id|_a",
        "pve-sdn-prefix-list-id|a234567890123456789012345678901234",
        "pve-sdn-route-map-id|a.b",
        "ipv6|192.0.2.1::",
        "ipv6|fe80::1%eth0",
        "pve-command-batch|{}",
        "urlencoded|a b",
        "pve-userid|ab@cd-but-this-name-is-longer-than-the-sixty-four-characters-of-it"
      })
  void rejectsTheSameValuesAsTheServer(String format, String value) {
    assertThat(named(format).accepts(value)).isFalse();
  }

  @Test
  void pemIsCheckedBlockByBlock() {
    String one = "-----BEGIN CERTIFICATE-----\nAAAA\nBBB=\n-----END CERTIFICATE-----\n";
    String key = one.replace("CERTIFICATE", "EC PRIVATE KEY");
    assertThat(named("pem-certificate-chain").accepts("subject: x\n" + one + one)).isTrue();
    assertThat(named("pem-certificate-chain").accepts(one + key)).isFalse();
    assertThat(named("pem-certificate-chain").accepts(one + "rest")).isFalse();
    assertThat(named("pem-string").accepts(key)).isTrue();
    assertThat(named("pem-string").accepts(key + key)).isFalse();
    assertThat(named("pem-string").accepts(key.replace("AAAA", "A*AA"))).isFalse();
    assertThat(named("pem-string").accepts("")).isFalse();
  }

  @Test
  void everyFormatOfTheSchemaIsCheckedExceptTwo() throws Exception {
    Set<String> names = new TreeSet<>();
    JsonValue schema = JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    collect(((JsonObject) schema).get("operations"), names);
    collect(((JsonObject) schema).get("gone"), names);
    Set<String> defined = new TreeSet<>();
    JsonObject overrides =
        (JsonObject) JsonValue.parse(Files.readString(Path.of("../schema/overrides.json")));
    JsonObject formats = (JsonObject) Objects.requireNonNull(overrides.get("formats"));
    for (JsonValue each :
        ((JsonArray) Objects.requireNonNull(formats.get("definitions"))).values()) {
      defined.add(text(((JsonObject) each).get("name")));
      collect(each, names);
    }
    names.removeAll(defined);

    Set<String> unchecked = new TreeSet<>(names);
    unchecked.removeIf(name -> Formats.named(name) != null);
    System.out.printf(
        "formats: %d names, %d of them property strings, %d left to the server%n",
        names.size() + defined.size(), defined.size(), unchecked.size());
    assertThat(unchecked)
        .as("a property string of compiled code, and what every text is")
        .containsExactly("pve-sdn-fabric-wireguard-interface", "string-list");
  }

  private static void collect(@Nullable JsonValue value, Set<String> names) {
    if (value instanceof JsonObject object) {
      for (String name : object.names()) {
        if (name.equals("format") && object.get(name) instanceof JsonString format) {
          names.add(format.value());
        }
        collect(object.get(name), names);
      }
    } else if (value instanceof JsonArray array) {
      array.values().forEach(each -> collect(each, names));
    }
  }

  private static String text(@Nullable JsonValue value) {
    return ((JsonString) Objects.requireNonNull(value)).value();
  }

  private static Format named(String format) {
    return Objects.requireNonNull(Formats.named(format));
  }
}
