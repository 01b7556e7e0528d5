resource "proxmox_virtual_environment_container" "ct_3087" {
  node_name     = "pve"
  started       = false
  start_on_boot = false
  unprivileged  = true

  operating_system {
    template_file_id = ""
    type             = "debian"
  }

  console {
    tty_count = 2
  }

  memory {
    dedicated = 512
    swap      = 512
  }

  disk {
    datastore_id = "local-vm"
    size         = 1
  }

  network_interface {
    name        = "eth0"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FB:0C:0F"
  }

  initialization {
    hostname = "d3087"

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
  }

  idmap {
    type         = "uid"
    container_id = 0
    host_id      = 100000
    size         = 1000
  }

  idmap {
    type         = "gid"
    container_id = 0
    host_id      = 100000
    size         = 1000
  }

  idmap {
    type         = "uid"
    container_id = 1000
    host_id      = 1000
    size         = 1
  }

  lifecycle {
    ignore_changes = [
      # the provider leaves the timeouts unset on import and then plans to set its defaults
      timeout_clone,
      timeout_create,
      timeout_delete,
      timeout_start,
      timeout_update,
    ]
  }
}

# arch LEFT_OUT
# cores LEFT_OUT
# hostname WRITTEN initialization[0].hostname
# lxc.apparmor.profile#1 NOT_EXPRESSIBLE (the provider reads only lxc.idmap among the raw lines)
# lxc.idmap#0 WRITTEN idmap[0].type
# lxc.idmap#0 WRITTEN idmap[0].container_id
# lxc.idmap#0 WRITTEN idmap[0].host_id
# lxc.idmap#0 WRITTEN idmap[0].size
# lxc.idmap#2 WRITTEN idmap[1].type
# lxc.idmap#2 WRITTEN idmap[1].container_id
# lxc.idmap#2 WRITTEN idmap[1].host_id
# lxc.idmap#2 WRITTEN idmap[1].size
# lxc.idmap#3 WRITTEN idmap[2].type
# lxc.idmap#3 WRITTEN idmap[2].container_id
# lxc.idmap#3 WRITTEN idmap[2].host_id
# lxc.idmap#3 WRITTEN idmap[2].size
# memory WRITTEN memory[0].dedicated
# net0.bridge WRITTEN network_interface[0].bridge
# net0.hwaddr WRITTEN network_interface[0].mac_address
# net0.ip WRITTEN initialization[0].ip_config[0].ipv4[0].address
# net0.name WRITTEN network_interface[0].name
# net0.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# ostype WRITTEN operating_system[0].type
# rootfs.size WRITTEN disk[0].size
# rootfs.volume WRITTEN disk[0].datastore_id
# swap WRITTEN memory[0].swap
# unprivileged WRITTEN unprivileged
