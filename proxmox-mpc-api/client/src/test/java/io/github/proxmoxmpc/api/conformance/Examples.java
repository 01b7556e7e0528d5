package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.value.ServerVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value for any type of the schema, such as its server would take, as text. */
final class Examples {
  /** A text with characters that need encoding on the wire. */
  static final String NASTY = "a b&c=d;e+f%20g\"h\\i/j?k#l,m ü€😀";

  private static final BigDecimal USUAL = BigDecimal.valueOf(1_700_000_000);

  /** One of them matches each pattern of the schema. */
  private static final List<String> WORDS =
      List.of(
          "abc",
          "100",
          "2",
          "a",
          "1",
          "abcd",
          "a=b",
          "pve1",
          "ceph.abc",
          "scsi0",
          "now",
          "q35",
          "/dev/sdb",
          "/dev/parport0",
          "/dev/ttyS0",
          "socket",
          "spice",
          "4:5.6",
          "discard;noatime",
          "passthrough",
          "1-2;4",
          "1;2",
          "0x0123456789abcdef",
          "0x1234",
          "user@pam!t",
          "user@pam",
          "local:abc",
          "1-2.3",
          "046d:c52b",
          "acl;entry",
          "0000:01:00.0",
          "ff0000",
          "abc:ff0000",
          "abc:ff0000:00ff00",
          "abc;def",
          "+aes",
          "00000000-0000-4000-8000-000000000000",
          "0660",
          "64/second",
          "100-0",
          "49.0001.1921.6800.1002.00",
          "22:30",
          "pve2c-0123456789",
          "a=b,c=d",
          "debian:13",
          "2026-01-31",
          "2026-01-31 10:20:30",
          "https://192.0.2.1/x",
          "http://192.0.2.1/x",
          "net0=10",
          "32G",
          "AB:".repeat(31) + "AB",
          "/var/tmp/pveupload-0123456789abcdef",
          "0000000000000000");

  private static final Map<String, String> FORMATS = formats();

  private Examples() {}

  private static Map<String, String> formats() {
    Map<String, String> formats = new LinkedHashMap<>();
    String all =
        """
        CIDR=192.0.2.0/24
        CIDRv4=192.0.2.0/24
        CIDRv6=2001:db8::/64
        FullRangeCIDR=192.0.2.0/24
        IPorCIDR=192.0.2.1
        IPorCIDRorAlias=192.0.2.1
        address=pve.example.com
        backup-fleecing=enabled=1,storage=local
        backup-performance=max-workers=4,pbs-entries-max=1024
        bridge-pair=vmbr0:vmbr1
        disk-size=32G
        characters that are bytes=PNG\u00ff
        raw lxc line=lxc.idmap: u 0 100000 65536
        dns-name=pve.example.com
        email=admin@example.com
        email-or-username=admin@example.com
        graphite-path=proxmox.pve
        ip=192.0.2.1
        ipv4=192.0.2.1
        ipv4mask=255.255.255.0
        ipv6=2001:db8::1
        ldap-simple-attr=memberOf
        lxc-ip-with-ll-iface=fe80::1%eth0
        mac-addr=BC:24:11:00:00:01
        mac-prefix=BC:24:11
        pem-certificate=-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----
        pem-certificate-chain=-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----
        pem-string=-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----
        proxmox-remote=host=192.0.2.1,apitoken=PVEAPIToken=a@pam!b=00000000-0000-4000-8000-000000000000
        prune-backups=keep-last=3
        pve-acme-alias=_acme.example.com
        pve-acme-domain=pve.example.com
        pve-bridge-id=vmbr0
        pve-calendar-event=mon..fri 02:30
        pve-command-batch=[["pvesh","get","version"]]
        pve-configid=abc
        pve-cpuset=0-3,8
        pve-ct-timezone=Europe/Berlin
        pve-day-of-week=mon
        pve-dir-override=iso=media/iso
        pve-fw-addr-spec=192.0.2.1
        pve-fw-conntrack-helper=ftp
        pve-fw-dport-spec=80
        pve-fw-icmp-type-spec=echo-request
        pve-fw-protocol-spec=tcp
        pve-fw-sport-spec=1024:65535
        pve-groupid=admins
        pve-ha-node=pve1:2
        pve-ha-resource-id=vm:100
        pve-ha-resource-or-vm-id=vm:100
        pve-hotplug-features=network,disk
        pve-iface=eth0
        pve-ipv4-config=192.0.2.1/24
        pve-ipv6-config=2001:db8::1/64
        pve-lxc-dev-string=/dev/dri/card0
        pve-lxc-mp-string=local-lvm:vm-100-disk-1
        pve-node=pve1
        pve-phys-bits=host
        pve-poolid=prod
        pve-priv=VM.Audit
        pve-qemu-sev-fmt=std
        pve-qemu-tdx-fmt=tdx,attestation=1
        pve-qm-boot=order=scsi0
        pve-qm-bootdev=scsi0
        pve-qm-bootdisk=scsi0
        pve-qm-cicustom=user=local:snippets/u.yaml
        pve-qm-hostpci=0000:01:00.0
        pve-qm-ide=local:iso/a.iso,media=cdrom
        pve-qm-ipconfig=ip=192.0.2.1/24,gw=192.0.2.254
        pve-qm-rng=/dev/urandom
        pve-qm-smbios1=uuid=00000000-0000-4000-8000-000000000000
        pve-qm-usb-device=046d:c52b
        pve-qm-watchdog=i6300esb
        pve-realm=pam
        pve-replication-job-id=100-0
        pve-roleid=PVEAdmin
        pve-sdn-bgp-rt=65000:100
        pve-sdn-dhcp-range=start-address=192.0.2.10,end-address=192.0.2.20
        pve-sdn-fabric-id=fab1
        pve-sdn-fabric-wireguard-interface=wg0
        pve-sdn-isis-net=49.0001.1921.6800.1002.00
        pve-sdn-prefix-list-id=pl1
        pve-sdn-route-map-id=rm1
        pve-sdn-subnet-id=zone1-192.0.2.0-24
        pve-startup-order=order=1
        pve-storage-content=images
        pve-storage-id=local
        pve-storage-options=vers=4.2
        pve-storage-path=/srv/data
        pve-storage-path-in-property-string=/srv/data
        pve-storage-portal-dns=192.0.2.1
        pve-storage-server=192.0.2.1
        pve-storage-vgname=pve
        pve-storage-zfs-blocksize=16k
        pve-tag=prod
        pve-task-status-type=ok
        pve-tfa-config=type=yubico,id=1,key=2,url=https://192.0.2.1
        pve-tfa-secret=JBSWY3DPEHPK3PXP
        pve-tokenid=user@pam!build
        pve-upid=UPID:pve1:00001234:00005678:65A0B0C0:qmstart:100:root@pam:
        pve-userid=user@pam
        pve-vlan-id-or-range=2-4
        pve-vm-cpu-conf=host
        pve-vmid=100
        pve-volume-id=local:iso/a.iso
        pve-volume-id-or-absolute-path=/srv/data/disk.raw
        pve-volume-id-or-qm-path=local-lvm:vm-100-disk-0
        realm-sync-options=scope=users
        storage-pair=local:other
        pve-sdn-zone-id=zone1
        string=abc
        string-alist=a;b
        urlencoded=ssh-ed25519%20AAAA%20a%40b
        """;
    for (String line : all.split("\n")) {
      String[] parts = line.split("=", 2);
      formats.put(parts[0], parts[1].replace("\\n", "\n"));
    }
    return formats;
  }

  static String of(Facts facts) {
    List<String> values = facts.values();
    if (!values.isEmpty()) {
      return values.get(values.size() - 1);
    }
    return switch (facts.type()) {
      case "boolean" -> "1";
      case "integer" -> number(facts, USUAL).toBigInteger().toString();
      case "number" -> number(facts, new BigDecimal("1.5")).toPlainString();
      default -> text(facts);
    };
  }

  /** The same for a parameter of a path, which no slash may split. */
  static String inPath(Facts facts) {
    String example = of(facts);
    return facts.has("takesRest") ? example : example.replace("/", "");
  }

  /** Another one, where there are but a few: false, or the first value of an enumeration. */
  static String other(Facts facts) {
    List<String> values = facts.values();
    if (!values.isEmpty()) {
      return values.get(0);
    }
    return facts.type().equals("boolean") ? "0" : of(facts);
  }

  /** One that the oldest releases take. */
  static String oldest(Facts facts) {
    return facts.values().isEmpty() ? of(facts) : oldest(facts, facts.values());
  }

  /** The one of some values that the oldest releases take. */
  static String oldest(Facts facts, List<String> values) {
    Comparator<ServerVersion> unknownFirst = Comparator.nullsFirst(Comparator.naturalOrder());
    return values.stream()
        .min(Comparator.comparing(value -> first(facts.valueSince(value)), unknownFirst))
        .orElseThrow();
  }

  private static @Nullable ServerVersion first(@Nullable String since) {
    return since == null ? null : ServerVersion.of(since);
  }

  private static BigDecimal number(Facts facts, BigDecimal wanted) {
    BigDecimal maximum = facts.number("maximum");
    BigDecimal minimum = facts.number("minimum");
    BigDecimal value = maximum == null ? wanted : wanted.min(maximum);
    return minimum == null ? value : value.max(minimum);
  }

  private static String text(Facts facts) {
    if (!facts.keys().isEmpty()) {
      return propertyString(facts.keys());
    }
    if (facts.has("pattern")) {
      return matching(facts);
    }
    if (facts.map().get("format") instanceof String format) {
      return named(format);
    }
    if (facts.propertyType() != null) {
      return propertyString(facts.propertyKeys());
    }
    BigDecimal longest = facts.number("maxLength");
    BigDecimal shortest = facts.number("minLength");
    String text =
        longest == null || longest.intValue() >= NASTY.length()
            ? NASTY
            : NASTY.substring(0, longest.intValue());
    return shortest == null || shortest.intValue() <= text.length()
        ? text
        : text + "x".repeat(shortest.intValue() - text.length());
  }

  private static String matching(Facts facts) {
    Pattern pattern = Pattern.compile("^(?:" + facts.text("pattern") + ")$");
    BigDecimal longest = facts.number("maxLength");
    BigDecimal shortest = facts.number("minLength");
    return WORDS.stream()
        .filter(word -> pattern.matcher(word).find())
        .filter(word -> longest == null || word.length() <= longest.intValue())
        .filter(word -> shortest == null || word.length() >= shortest.intValue())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no example matches " + facts));
  }

  private static String named(String format) {
    String example = FORMATS.get(format);
    if (example == null && format.endsWith("-list")) {
      return named(format.substring(0, format.length() - "-list".length()));
    }
    if (example == null && format.endsWith("-opt")) {
      return named(format.substring(0, format.length() - "-opt".length()));
    }
    if (example == null) {
      throw new AssertionError("no example of the format " + format);
    }
    return example;
  }

  /** Every key once, the default one first and bare, as the server prints it. */
  private static String propertyString(Map<String, Facts> keys) {
    List<String> parts = new ArrayList<>();
    keys.forEach(
        (key, facts) -> {
          if (facts.has("default_key")) {
            parts.add(0, of(facts).replace(",", ";"));
          } else if (!facts.has("alias")) {
            parts.add(key + "=" + of(facts).replace(",", ";"));
          }
        });
    return String.join(",", parts);
  }
}
