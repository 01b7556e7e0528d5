package io.github.proxmoxmpc.api.guest.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which spellings of an option the server takes for the same. */
class SameValueTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scsi0 | lvm:d,size=1G | lvm:d,size=1024M",
        "scsi0 | lvm:d,ssd=1 | file=lvm:d,ssd=on",
        "scsi0 | lvm:d,ssd=1 | ssd=YES,volume=lvm:d",
        "scsi0 | lvm:d,format=raw | lvm:d",
        "efidisk0 | lvm:e,size=4M | size=4096K,file=lvm:e",
        "net0 | virtio=BC:24:11:00:00:02,firewall=1 | virtio=BC:24:11:00:00:02,firewall=yes",
        "net0 | virtio=BC:24:11:00:00:AA,bridge=a | bridge=a,virtio=bc:24:11:00:00:aa",
        "net0 | virtio=BC:24:11:00:00:02,bridge=a | model=virtio,macaddr=BC:24:11:00:00:02,bridge=a",
        "net0 | virtio=BC:24:11:00:00:02,bridge=a | virtio,bridge=a,macaddr=BC:24:11:00:00:02",
        "net0 | vhost9=BC:24:11:00:00:02,bridge=a | model=vhost9,macaddr=BC:24:11:00:00:02,bridge=a",
        "net0 | virtio,bridge=a,,link_down=0 | virtio,bridge=a,link_down=off",
        "agent | 1 | enabled=1",
        "agent | 1,fstrim_cloned_disks=1 | fstrim_cloned_disks=on,enabled=true",
        "memory | 512 | current=512",
        "cpu | host | cputype=host",
        "cpu | host,hidden=1 | hidden=yes,host",
        "startup | order=1,up=5 | up=5,order=1",
        "numa | 1 | on",
        "onboot | 1 | True",
        "cpulimit | 1 | 1.0",
        "cores | 2 | 02",
        "machine | q35 | type=q35",
        "machine | q35,viommu=intel | viommu=intel,type=q35",
        "scsi0 | lvm:d,mbps_rd=50 | lvm:d,mbps_rd=50.0",
        "startup | order=1,up=5 | 01,up=05",
        "vga | std,memory=16 | memory=016,type=std",
        "migrate_downtime | 0.1 | 0.10",
        "tags | a;b | b,a",
      })
  void anotherSpellingForAVmIsTheSame(String key, String before, String after) {
    assertThat(KeyRules.VM.same().isSame(key, before, after)).isTrue();
    assertThat(KeyRules.VM.same().isSame(key, after, before)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev0 | /dev/a | path=/dev/a",
        "rootfs | lvm:d,size=8G | volume=lvm:d,size=8192M",
        "mp1 | lvm:d,mp=/a,backup=1 | mp=/a,backup=on,volume=lvm:d",
        "net0 | name=eth0,hwaddr=BC:24:11:00:00:AA | hwaddr=bc:24:11:00:00:aa,name=eth0",
        "features | nesting=1,fuse=0 | fuse=no,nesting=yes",
        "unprivileged | 1 | yes",
        "cpulimit | 0.5 | .5",
      })
  void anotherSpellingForAContainerIsTheSame(String key, String before, String after) {
    assertThat(KeyRules.CONTAINER.same().isSame(key, before, after)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scsi0 | lvm:d,size=1G | lvm:d,size=1025M",
        "scsi0 | lvm:d,ssd=1 | lvm:d",
        "scsi0 | lvm:d,cache=none | lvm:d,cache=NONE",
        "scsi0 | lvm:d,serial=on | lvm:d,serial=yes",
        "scsi0 | lvm:d | lvm:D",
        "net0 | virtio=BC:24:11:00:00:02 | e1000=BC:24:11:00:00:02",
        "net0 | virtio,bridge=a | virtio,bridge=A",
        "net0 | virtio,bridge=a | virtio,bridge=a,foo",
        "net0 | virtio,bridge=a | virtio,bridge=a,firewall=0",
        "memory | 512 | 1024",
        "keyboard | no | off",
        "name | on | yes",
        "ciuser | on | 1",
        "balloon | 1 | on",
        "scsi0 | lvm:d,mbps_rd=50 | lvm:d,mbps_rd=50.5",
        "scsi0 | lvm:d,serial=1 | lvm:d,serial=01",
        "affinity | 1 | on",
        "numa0 | cpus=0 | cpus=1",
        "ostype | l26 | L26",
        "ostype | foo | bar",
        "nameserver | 1.1.1.1 8.8.8.8 | 1.1.1.1  8.8.8.8",
        "sshkeys | a%20b | a b",
        "cipassword | on | 1",
        "lock | on | 1",
        "unheard-of | on | 1",
      })
  void valuesThatTheServerDistinguishesAreAChange(String key, String before, String after) {
    assertThat(KeyRules.VM.same().isSame(key, before, after)).isFalse();
  }
}
