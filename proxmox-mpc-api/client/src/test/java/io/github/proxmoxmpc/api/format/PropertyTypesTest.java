package io.github.proxmoxmpc.api.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.property.DiskSize;
import io.github.proxmoxmpc.api.property.DiskSource;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsPostRequest;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsType;
import io.github.proxmoxmpc.api.rest.identifier.SdnSubnetId;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuOstype;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTypesTest {
  private static final String NET = "virtio=BC:24:11:00:00:01,bridge=vmbr0,firewall=1,tag=7";

  @Test
  void aNetworkDeviceIsReadInAllItsSpellings() {
    NetworkDevice device = NetworkDevice.parse(NET);
    assertThat(device.model()).isEqualTo(NetworkDevice.Model.VIRTIO);
    assertThat(device.macaddr()).isEqualTo("BC:24:11:00:00:01");
    assertThat(device.bridge()).isEqualTo("vmbr0");
    assertThat(device.firewall()).isTrue();
    assertThat(device.tag()).isEqualTo(7);
    assertThat(device.mtu()).isNull();

    assertThat(NetworkDevice.parse("rtl8139").model()).isEqualTo(NetworkDevice.Model.RTL8139);
    NetworkDevice named = NetworkDevice.parse("bridge=vmbr0,model=e1000,macaddr=BC:24:11:00:00:02");
    assertThat(named.model()).isEqualTo(NetworkDevice.Model.E1000);
    assertThat(named.macaddr()).isEqualTo("BC:24:11:00:00:02");
    assertThat(NetworkDevice.parse("virtio,trunks=2;5-7").trunks()).containsExactly("2", "5-7");
  }

  @Test
  void keysAreWrittenInTheOrderOfTheServer() {
    assertThat(NetworkDevice.virtio("vmbr0")).hasToString("virtio,bridge=vmbr0");
    assertThat(
            NetworkDevice.builder(NetworkDevice.Model.VIRTIO)
                .tag(7)
                .firewall(true)
                .bridge("vmbr0")
                .macaddr("BC:24:11:00:00:01")
                .build())
        .hasToString(NET);
    assertThat(
            Disk.builder(DiskSource.allocate(StorageId.of("local-lvm"), 32))
                .ssd(true)
                .discard(Disk.Discard.ON)
                .serial("A 1")
                .build())
        .hasToString("local-lvm:32,discard=on,serial=A%201,ssd=1");
    assertThat(Memory.ofMebibytes(2048)).hasToString("2048");
    assertThat(BootOrder.of(List.of("scsi0", "net0"))).hasToString("order=scsi0;net0");
  }

  @Test
  void aChangeKeepsOrderAndUnknownKeys() {
    String text = "bridge=vmbr1,newer=x,virtio=BC:24:11:00:00:01,firewall=1";
    assertThat(NetworkDevice.parse(text).toBuilder().bridge("vmbr2").tag(3).build())
        .hasToString("bridge=vmbr2,newer=x,virtio=BC:24:11:00:00:01,firewall=1,tag=3");
    assertThat(NetworkDevice.parse(text).get("newer")).isEqualTo("x");
    assertThat(NetworkDevice.parse(text).toBuilder().model(NetworkDevice.Model.E1000).build())
        .hasToString("bridge=vmbr1,newer=x,e1000=BC:24:11:00:00:01,firewall=1");
    assertThat(
            NetworkDevice.parse("virtio,bridge=a").toBuilder().macaddr("0A:00:00:00:00:01").build())
        .hasToString("virtio=0A:00:00:00:00:01,bridge=a");
    assertThat(NetworkDevice.parse(NET).toBuilder().without("macaddr").without("tag").build())
        .hasToString("virtio,bridge=vmbr0,firewall=1");
    assertThat(
            Disk.parse("volume=a1:b,size=1G").toBuilder()
                .file(DiskSource.of(VolumeId.of("c1:d")))
                .build())
        .hasToString("volume=c1:d,size=1G");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "virtio,macaddr=BC:24:11:00:00:02,bridge=vmbr0",
        "model=virtio,macaddr=BC:24:11:00:00:02,bridge=vmbr0",
        "macaddr=BC:24:11:00:00:02,model=virtio,bridge=vmbr0",
        "macaddr=BC:24:11:00:00:02,bridge=vmbr0",
        "bridge=vmbr0,virtio=BC:24:11:00:00:02",
        "vhost9=BC:24:11:00:00:02,bridge=vmbr0"
      })
  void changingTheModelKeepsTheAddress(String text) {
    NetworkDevice device =
        NetworkDevice.parse(text).toBuilder().model(NetworkDevice.Model.E1000).build();
    assertThat(device.model()).isEqualTo(NetworkDevice.Model.E1000);
    assertThat(device.macaddr()).isEqualTo("BC:24:11:00:00:02");
    assertThat(device.bridge()).isEqualTo("vmbr0");
    NetworkDevice moved =
        NetworkDevice.parse(text).toBuilder().macaddr("0A:00:00:00:00:01").build();
    assertThat(moved.macaddr()).isEqualTo("0A:00:00:00:00:01");
    assertThat(moved.get("model")).isEqualTo(NetworkDevice.parse(text).get("model"));
    NetworkDevice without = device.toBuilder().without("model").build();
    assertThat(without.macaddr()).isEqualTo("BC:24:11:00:00:02");
  }

  @Test
  void anUnknownModelIsReadAsAModel() {
    NetworkDevice newer = NetworkDevice.parse("vhost9=BC:24:11:00:00:02,bridge=vmbr0");
    assertThat(newer.model()).isEqualTo(NetworkDevice.Model.UNRECOGNIZED);
    assertThat(newer.get("model")).isEqualTo("vhost9");
    assertThat(newer.macaddr()).isEqualTo("BC:24:11:00:00:02");
    assertThat(newer.toBuilder().macaddr("0A:00:00:00:00:01").build())
        .hasToString("vhost9=0A:00:00:00:00:01,bridge=vmbr0");

    NetworkDevice built =
        NetworkDevice.virtio("vmbr0").toBuilder()
            .with("model=vhost9")
            .macaddr("BC:24:11:00:00:02")
            .build();
    assertThat(built).hasToString("vhost9=BC:24:11:00:00:02,bridge=vmbr0").isEqualTo(newer);
    assertThat(NetworkDevice.parse("virtio=BC:24:11:00:00:02,key=BC:24:11:00:00:03").macaddr())
        .isEqualTo("BC:24:11:00:00:02");
  }

  @Test
  void anUnrecognizedValueIsNeverSent() {
    assertThat(NetworkDevice.Model.UNRECOGNIZED).hasToString("UNRECOGNIZED");
    assertThat(NetworkDevice.Model.read("")).isEqualTo(NetworkDevice.Model.UNRECOGNIZED);
    assertThatThrownBy(() -> NetworkDevice.builder(NetworkDevice.Model.UNRECOGNIZED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Model.UNRECOGNIZED")
        .hasMessageContaining("raw()");
    assertThatThrownBy(
            () -> QemuConfigPutRequest.builder().unchecked().ostype(QemuOstype.UNRECOGNIZED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("with(name, text)");
  }

  @Test
  void aDiskKnowsItsVolumeAndItsSize() {
    Disk disk = Disk.parse("local-lvm:vm-100-disk-0,cache=none,size=32G,backup=no");
    assertThat(disk.file().volume()).isEqualTo(VolumeId.of("local-lvm:vm-100-disk-0"));
    assertThat(disk.size()).isEqualTo(DiskSize.ofGibibytes(32));
    assertThat(disk.cache()).isEqualTo(Disk.Cache.NONE);
    assertThat(disk.backup()).isFalse();
    assertThat(Disk.parse("size=4194304,volume=/dev/sdb").file())
        .isEqualTo(DiskSource.path("/dev/sdb"));
    assertThat(Disk.parse("none,media=cdrom").file()).isEqualTo(DiskSource.Drive.NONE);
    assertThat(Disk.parse("local:32").file())
        .isEqualTo(DiskSource.allocate(StorageId.of("local"), 32));
  }

  @Test
  void oldSyntaxesAreRead() {
    assertThat(BootOrder.parse("cdn").legacy()).isEqualTo("cdn");
    assertThat(BootOrder.parse("").order()).isNull();
    assertThat(HostPci.parse("0000:00:02,,legacy-igd=1").legacyIgd()).isTrue();
    assertThat(Agent.parse("1").enabled()).isTrue();
    assertThat(Agent.parse("enabled=0,guest-fsfreeze=0").freezeFs()).isFalse();
    assertThat(Cpu.parse("cputype=host").cputype()).isEqualTo("host");
    assertThat(Startup.parse("3, up=30").up()).isEqualTo(Duration.ofSeconds(30));
    assertThat(NetworkDevice.parse("virtio,tag=1,tag=2").tag()).isEqualTo(2);
  }

  @Test
  void timesAndByteCountsInPropertyStringsAreTyped() {
    assertThat(CreationMeta.parse("creation-qemu=9.2.0,ctime=1714375794").ctime())
        .isEqualTo(Instant.ofEpochSecond(1714375794));
    assertThat(Rng.parse("/dev/urandom,max_bytes=2048").maxBytes())
        .isEqualTo(ByteSize.ofBytes(2048));
    assertThat(Disk.parse("lvm:d,bps_max_length=5").bpsMaxLength())
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(
            Startup.builder()
                .order(1)
                .up(Duration.ofMinutes(2))
                .down(Duration.ofSeconds(5))
                .build())
        .hasToString("1,down=5,up=120");
    assertThat(Rng.builder(Rng.Source.DEV_HWRNG).maxBytes(ByteSize.ofBytes(4096)).build().wire())
        .endsWith(",max_bytes=4096");
  }

  @Test
  void aMalformedValueAffectsOnlyItsOwnAccessor() {
    NetworkDevice odd = NetworkDevice.parse("virtio,mtu=big,tag=5,queues=");
    assertThat(odd.tag()).isEqualTo(5);
    assertThatThrownBy(odd::mtu)
        .isInstanceOf(ProxmoxException.class)
        .hasMessageContaining("NetworkDevice.mtu")
        .hasMessageEndingWith("but found 'big'");
    assertThatThrownBy(odd::queues).isInstanceOf(ProxmoxException.class);
    assertThatThrownBy(() -> NetworkDevice.parse("bridge=vmbr0").model())
        .isInstanceOf(ProxmoxException.class);
    assertThat(NetworkDevice.parse("newer=BC:24:11:00:00:01,model=newer").model())
        .isEqualTo(NetworkDevice.Model.UNRECOGNIZED);
  }

  @Test
  void resultsAndRequestsUseTheSameType() {
    QemuConfig config =
        new QemuConfig(
            (JsonObject)
                JsonValue.parse(
                    "{\"net0\":\"virtio=BC:24:11:00:00:01,bridge=vmbr0\",\"agent\":1,"
                        + "\"tags\":\"a;b\",\"sshkeys\":\"ssh-ed25519%20AAAA%20me%40home%0A\","
                        + "\"scsi3\":\"local:100/vm-100-disk-0.raw,size=1G\",\"memory\":\"512\"}"));
    assertThat(config.net().values()).extracting(NetworkDevice::bridge).containsExactly("vmbr0");
    assertThat(config.agent()).isNotNull().extracting(Agent::enabled).isEqualTo(true);
    assertThat(config.tags()).containsExactly("a", "b");
    assertThat(config.sshkeys()).isEqualTo("ssh-ed25519 AAAA me@home\n");
    assertThat(config.scsi()).containsOnlyKeys(3);
    assertThat(config.scsi().get(3))
        .isNotNull()
        .extracting(Disk::size)
        .isEqualTo(DiskSize.ofBytes(1L << 30));
    assertThat(config.memory()).isNotNull().extracting(Memory::current).isEqualTo(512L);
  }

  @Test
  void anObjectInsteadOfATextIsReadToo() {
    CrsSettings crs =
        CrsSettings.TYPE.read(
            JsonValue.parse(
                "{\"ha\":\"dynamic\",\"ha-auto-rebalance\":1,\"ha-auto-rebalance-margin\":\"15\"}"),
            "crs");
    assertThat(crs.ha()).isEqualTo(CrsSettings.Ha.DYNAMIC);
    assertThat(crs.haAutoRebalance()).isTrue();
    assertThat(crs).hasToString("ha=dynamic,ha-auto-rebalance=1,ha-auto-rebalance-margin=15");
  }

  @Test
  void aSecretIsSentAndNeverPrinted() {
    RemoteEndpoint remote =
        RemoteEndpoint.builder(Secret.of("PVEAPIToken=ci@pve!t=hidden-part"), "pve2.example")
            .build();
    assertThat(remote.wire()).contains("hidden-part");
    assertThat(remote.toString()).doesNotContain("hidden-part").contains("host=pve2.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "=",
        "=,=",
        "a",
        "a=,",
        " , ",
        "virtio==",
        "file=,volume=",
        "\u0000",
        "😀=\uD800",
        "size=1e999999999",
        "size=99999999999999999999T",
        "mtu=1e9999",
        "tag=0x1",
        "model",
        "%,%1,%zz"
      })
  void everyTextIsReadAndPrintsBack(String text) {
    assertThat(NetworkDevice.parse(text)).hasToString(text);
    assertThat(Disk.parse(text)).hasToString(text);
    assertThat(Disk.parse(text).toBuilder().build()).hasToString(text);
    Disk disk = Disk.parse(text);
    List<Runnable> accessors =
        List.of(disk::file, disk::size, disk::serial, disk::iops, disk::cache);
    for (Runnable accessor : accessors) {
      try {
        accessor.run();
      } catch (ProxmoxException e) {
        assertThat(e).hasMessageStartingWith("Disk.");
      }
    }
  }

  @Test
  void requiredTextsAreSetByNameAndMissingOnesAreReported() {
    DhcpRange half = DhcpRange.builder().endAddress("192.0.2.99").build();
    var subnet =
        SdnVnetsSubnetsPostRequest.builder(
            SdnSubnetId.of("192.0.2.0/24"), SdnVnetsSubnetsType.SUBNET);

    assertThatThrownBy(() -> subnet.dhcpRange(List.of(half)).build())
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("start-address");

    DhcpRange whole = half.toBuilder().startAddress("192.0.2.10").build();
    assertThat(subnet.dhcpRange(List.of(whole)).build()).isNotNull();
  }
}
