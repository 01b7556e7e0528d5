resource "proxmox_virtual_environment_container" "ct_3082" {
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
    mac_address = "BC:24:11:FE:02:00"
  }

  network_interface {
    name        = "eth1"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:01"
  }

  network_interface {
    name        = "eth2"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:02"
  }

  network_interface {
    name        = "eth3"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:03"
  }

  network_interface {
    name        = "eth4"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:04"
  }

  network_interface {
    name        = "eth5"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:05"
  }

  network_interface {
    name        = "eth6"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:06"
  }

  network_interface {
    name        = "eth7"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:07"
  }

  network_interface {
    name        = "eth8"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:08"
  }

  network_interface {
    name        = "eth9"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:02:09"
  }

  initialization {
    hostname = "d3082"

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
  }

  lifecycle {
    ignore_changes = [
      # the provider's schema allows at most 10 of these blocks
      network_interface,
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
# memory WRITTEN memory[0].dedicated
# net0.bridge IGNORED network_interface[0].bridge (the provider's schema allows at most 10 of these blocks)
# net0.hwaddr IGNORED network_interface[0].mac_address (the provider's schema allows at most 10 of these blocks)
# net0.name IGNORED network_interface[0].name (the provider's schema allows at most 10 of these blocks)
# net0.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net1.bridge IGNORED network_interface[1].bridge (the provider's schema allows at most 10 of these blocks)
# net1.hwaddr IGNORED network_interface[1].mac_address (the provider's schema allows at most 10 of these blocks)
# net1.ip WRITTEN initialization[0].ip_config[0].ipv4[0].address
# net1.name IGNORED network_interface[1].name (the provider's schema allows at most 10 of these blocks)
# net1.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net2.bridge IGNORED network_interface[2].bridge (the provider's schema allows at most 10 of these blocks)
# net2.hwaddr IGNORED network_interface[2].mac_address (the provider's schema allows at most 10 of these blocks)
# net2.name IGNORED network_interface[2].name (the provider's schema allows at most 10 of these blocks)
# net2.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net3.bridge IGNORED network_interface[3].bridge (the provider's schema allows at most 10 of these blocks)
# net3.hwaddr IGNORED network_interface[3].mac_address (the provider's schema allows at most 10 of these blocks)
# net3.name IGNORED network_interface[3].name (the provider's schema allows at most 10 of these blocks)
# net3.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net4.bridge IGNORED network_interface[4].bridge (the provider's schema allows at most 10 of these blocks)
# net4.hwaddr IGNORED network_interface[4].mac_address (the provider's schema allows at most 10 of these blocks)
# net4.name IGNORED network_interface[4].name (the provider's schema allows at most 10 of these blocks)
# net4.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net5.bridge IGNORED network_interface[5].bridge (the provider's schema allows at most 10 of these blocks)
# net5.hwaddr IGNORED network_interface[5].mac_address (the provider's schema allows at most 10 of these blocks)
# net5.ip WRITTEN initialization[0].ip_config[1].ipv4[0].address
# net5.name IGNORED network_interface[5].name (the provider's schema allows at most 10 of these blocks)
# net5.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net6.bridge IGNORED network_interface[6].bridge (the provider's schema allows at most 10 of these blocks)
# net6.hwaddr IGNORED network_interface[6].mac_address (the provider's schema allows at most 10 of these blocks)
# net6.name IGNORED network_interface[6].name (the provider's schema allows at most 10 of these blocks)
# net6.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net7.bridge IGNORED network_interface[7].bridge (the provider's schema allows at most 10 of these blocks)
# net7.hwaddr IGNORED network_interface[7].mac_address (the provider's schema allows at most 10 of these blocks)
# net7.name IGNORED network_interface[7].name (the provider's schema allows at most 10 of these blocks)
# net7.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net8.bridge IGNORED network_interface[8].bridge (the provider's schema allows at most 10 of these blocks)
# net8.hwaddr IGNORED network_interface[8].mac_address (the provider's schema allows at most 10 of these blocks)
# net8.name IGNORED network_interface[8].name (the provider's schema allows at most 10 of these blocks)
# net8.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net9.bridge IGNORED network_interface[9].bridge (the provider's schema allows at most 10 of these blocks)
# net9.hwaddr IGNORED network_interface[9].mac_address (the provider's schema allows at most 10 of these blocks)
# net9.ip WRITTEN initialization[0].ip_config[2].ipv4[0].address
# net9.name IGNORED network_interface[9].name (the provider's schema allows at most 10 of these blocks)
# net9.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net10.bridge IGNORED (the provider's schema allows at most 10 of these blocks)
# net10.hwaddr IGNORED (the provider's schema allows at most 10 of these blocks)
# net10.name IGNORED (the provider's schema allows at most 10 of these blocks)
# net10.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net11.bridge IGNORED (the provider's schema allows at most 10 of these blocks)
# net11.hwaddr IGNORED (the provider's schema allows at most 10 of these blocks)
# net11.name IGNORED (the provider's schema allows at most 10 of these blocks)
# net11.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# ostype WRITTEN operating_system[0].type
# rootfs.size WRITTEN disk[0].size
# rootfs.volume WRITTEN disk[0].datastore_id
# swap WRITTEN memory[0].swap
# unprivileged WRITTEN unprivileged
