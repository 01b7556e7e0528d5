package io.github.proxmoxmpc.api.guest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.guest.config.GuestDisk.Kind;
import io.github.proxmoxmpc.api.guest.lxc.IdMap;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.value.DiskSlot;
import org.junit.jupiter.api.Test;

class ContainerConfigTest {
  private static ContainerConfig config(String text) {
    return ContainerConfig.of(GuestFile.container(text));
  }

  private static ContainerConfigChange change(String from, String to) {
    return config(from).changesTo(config(to));
  }

  @Test
  void rootMountPointsAndUnusedVolumesAreFoundBySlot() {
    ContainerConfig config =
        config(
            "mp0: /srv/data,mp=/data\nmp10: thin:d,mp=/x,size=8G\nmp2: /dev/sdb,mp=/y\n"
                + "rootfs: thin:r,size=4G\nunused3: thin:u\n");
    assertThat(config.disks().keySet())
        .extracting(DiskSlot::toString)
        .containsExactly("rootfs", "mp0", "mp2", "mp10", "unused3");
    assertThat(config.disks(Kind.MOUNT_POINT).values())
        .extracting(disk -> String.valueOf(disk.volume()))
        .containsExactly("null", "null", "thin:d");
  }

  @Test
  void rawLinesMapNoIdTwice() {
    ContainerConfig config =
        config(
            "lxc.idmap: u 0 100000 1000\nlxc.idmap: g 0 100000 65536\nlxc.cap.drop:\n"
                + "lxc.idmap: u 1000 1000 1\nmemory: 64\n");
    assertThat(config.rawLines()).hasSize(4).contains(LxcLine.parse("lxc.cap.drop:"));
    assertThat(config.idMap())
        .containsExactly(
            IdMap.users(0).to(100_000).count(1000),
            IdMap.groups(0).to(100_000).count(65_536),
            IdMap.users(1000).to(1000));
    assertThat(config("memory: 64\n").idMap()).isEmpty();
    ContainerConfig twice = config("lxc.idmap: u 0 100000 1000\nlxc.idmap: u 999 1000 1\n");
    assertThatThrownBy(twice::idMap)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("lxc.idmap: ")
        .hasMessageContaining("share ids");
    assertThatThrownBy(config("lxc.idmap: everything\n")::idMap)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith("lxc.idmap: 'everything' is not an id mapping");
  }

  @Test
  void aHostDirectoryCanBeReplacedButAVolumeCannot() {
    assertThat(change("mp0: /a,mp=/x\n", "mp0: /b,mp=/x\n").sets()).containsExactly("mp0");
    assertThatThrownBy(() -> change("mp0: thin:a,mp=/x\n", "mp0: /b,mp=/x\n"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("mp0 = '/b,mp=/x': holds thin:a, not /b");
  }

  @Test
  void fixedAndRequiredOptionsAreRejectedWithAllReasons() {
    assertThatThrownBy(
            () ->
                change(
                    "memory: 64\nostype: debian\nrootfs: thin:r\nunprivileged: 1\nlxc.a: b\n", ""))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refused ->
                assertThat(refused.faults())
                    .extracting(InvalidRequestException.Fault::parameter)
                    .containsExactly("memory", "ostype", "rootfs", "unprivileged", "lxc"));
    assertThat(change("unprivileged: 0\n", "").isEmpty()).isTrue();
  }

  @Test
  void theBuilderOfTheRequestChangesAConfiguration() {
    ContainerConfig before = config("memory: 64\nmp1: /a,mp=/x\n");
    ContainerConfigChange change =
        before.changesTo(before.with(ct -> ct.memory(1024).unset("mp1")));
    assertThat(change).hasToString("ContainerConfigChange[sets [memory], deletes [mp1]]");
  }
}
