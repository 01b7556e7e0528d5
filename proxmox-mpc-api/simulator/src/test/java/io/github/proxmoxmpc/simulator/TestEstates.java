package io.github.proxmoxmpc.simulator;

import java.util.Map;

/** Small estates for the tests of this module. */
final class TestEstates {
  private TestEstates() {}

  /** Returns two nodes, four storages, a VM on each node, a container, and two pools. */
  static EstateBuilder small() {
    return Estate.builder()
        .node("pve1")
        .node("pve2")
        .storage(
            "local", Map.of("type", "dir", "path", "/var/lib/vz", "content", "iso,vztmpl,backup"))
        .storage("vms", Map.of("type", "dir", "path", "/srv/vms", "content", "images,rootdir"))
        .storage(
            "thin",
            Map.of(
                "type",
                "lvmthin",
                "vgname",
                "pve",
                "thinpool",
                "data",
                "content",
                "images,rootdir"))
        .storage(
            "only2",
            Map.of("type", "dir", "path", "/srv/two", "content", "images", "nodes", "pve2"))
        .volume("local:iso/tiny.iso", 102_400)
        .volume("local:vztmpl/debian-12-tiny_1_amd64.tar.gz", 100_000)
        .vm(
            "pve1",
            100,
            """
            #Web server%0Awith a plan: 100 %
            agent: 1
            boot: order=scsi0
            cores: 2
            memory: 2048
            name: web
            net0: virtio=BC:24:11:00:00:01,bridge=vmbr0
            scsi0: vms:100/vm-100-disk-0.qcow2,size=8G
            """)
        .vm(
            "pve2",
            101,
            Map.of("name", "db", "memory", "1024", "scsi0", "thin:vm-101-disk-0,size=16G"))
        .container(
            "pve1",
            200,
            """
            arch: amd64
            cores: 1
            hostname: ct
            memory: 256
            net0: name=eth0,bridge=vmbr0,hwaddr=BC:24:11:00:00:02,ip=192.0.2.200/24,type=veth
            ostype: debian
            rootfs: thin:vm-200-disk-0,size=4G
            swap: 512
            """)
        .running(100)
        .pool("prod", "production", java.util.List.of("100", "vms"))
        .pool("prod/web", "200");
  }

  /** Returns the estate to which the cases of all operations apply. */
  static EstateBuilder operations() {
    return Estate.builder()
        .node("pve1")
        .node("pve2")
        .node("pve3")
        .storage(
            "local",
            Map.of(
                "type",
                "dir",
                "path",
                "/var/lib/vz",
                "content",
                "iso,vztmpl,backup,snippets,import"))
        .storage(
            "local-lvm",
            Map.of(
                "type",
                "lvmthin",
                "vgname",
                "pve",
                "thinpool",
                "data",
                "content",
                "images,rootdir"))
        .storage(
            "nas",
            Map.of(
                "type",
                "nfs",
                "server",
                "192.0.2.9",
                "export",
                "/srv",
                "content",
                "images,rootdir,backup,iso"))
        .volume("local:backup/vzdump-qemu-101-2026_11_22-02_21_33.vma.zst", 1_080_699)
        .volume("local:backup/vzdump-lxc-201-2026_11_22-02_21_41.tar.zst", 1_080_699)
        .volume("local:iso/tiny.iso", 102_400)
        .volume("local:vztmpl/debian-12-tiny_1_amd64.tar.gz", 100_000)
        .vm(
            "pve1",
            100,
            """
            agent: 1
            boot: order=scsi0
            cores: 2
            memory: 2048
            name: web
            net0: virtio=BC:24:11:00:00:01,bridge=vmbr0
            scsi0: nas:100/vm-100-disk-0.qcow2,size=8G
            """)
        .vm(
            "pve1",
            101,
            Map.of(
                "name",
                "db",
                "memory",
                "1024",
                "net0",
                "virtio=BC:24:11:00:00:02,bridge=vmbr0",
                "scsi0",
                "local-lvm:vm-101-disk-0,size=16G"))
        .vm(
            "pve1",
            102,
            Map.of(
                "name",
                "golden",
                "memory",
                "512",
                "scsi0",
                "local-lvm:base-102-disk-0,size=2G",
                "template",
                "1"))
        .container(
            "pve1",
            200,
            """
            arch: amd64
            cores: 1
            hostname: ct
            memory: 256
            net0: name=eth0,bridge=vmbr0,hwaddr=BC:24:11:00:00:03,ip=192.0.2.200/24,type=veth
            ostype: debian
            rootfs: local-lvm:vm-200-disk-0,size=4G
            swap: 512
            """)
        .container(
            "pve1",
            201,
            """
            arch: amd64
            hostname: spare
            memory: 256
            ostype: debian
            rootfs: local-lvm:vm-201-disk-0,size=4G
            swap: 0
            """)
        .running(100, 200)
        .addresses(100, "192.0.2.10/24")
        .pool("prod", "production", java.util.List.of("100"));
  }
}
