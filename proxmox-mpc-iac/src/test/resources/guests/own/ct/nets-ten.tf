resource "proxmox_virtual_environment_container" "ct_3081" {
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
    mac_address = "BC:24:11:FE:01:00"
  }

  network_interface {
    name        = "eth1"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:01"
  }

  network_interface {
    name        = "eth2"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:02"
  }

  network_interface {
    name        = "eth3"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:03"
  }

  network_interface {
    name        = "eth4"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:04"
  }

  network_interface {
    name        = "eth5"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:05"
  }

  network_interface {
    name        = "eth6"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:06"
  }

  network_interface {
    name        = "eth7"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:07"
  }

  network_interface {
    name        = "eth8"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:08"
  }

  network_interface {
    name        = "eth9"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FE:01:09"
  }

  initialization {
    hostname = "d3081"

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

    ip_config {
      ipv4 {
        address = "dhcp"
      }
    }
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
# memory WRITTEN memory[0].dedicated
# net0.bridge WRITTEN network_interface[0].bridge
# net0.hwaddr WRITTEN network_interface[0].mac_address
# net0.ip WRITTEN initialization[0].ip_config[0].ipv4[0].address
# net0.name WRITTEN network_interface[0].name
# net0.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net1.bridge WRITTEN network_interface[1].bridge
# net1.hwaddr WRITTEN network_interface[1].mac_address
# net1.ip WRITTEN initialization[0].ip_config[1].ipv4[0].address
# net1.name WRITTEN network_interface[1].name
# net1.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net2.bridge WRITTEN network_interface[2].bridge
# net2.hwaddr WRITTEN network_interface[2].mac_address
# net2.ip WRITTEN initialization[0].ip_config[2].ipv4[0].address
# net2.name WRITTEN network_interface[2].name
# net2.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net3.bridge WRITTEN network_interface[3].bridge
# net3.hwaddr WRITTEN network_interface[3].mac_address
# net3.ip WRITTEN initialization[0].ip_config[3].ipv4[0].address
# net3.name WRITTEN network_interface[3].name
# net3.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net4.bridge WRITTEN network_interface[4].bridge
# net4.hwaddr WRITTEN network_interface[4].mac_address
# net4.ip WRITTEN initialization[0].ip_config[4].ipv4[0].address
# net4.name WRITTEN network_interface[4].name
# net4.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net5.bridge WRITTEN network_interface[5].bridge
# net5.hwaddr WRITTEN network_interface[5].mac_address
# net5.ip WRITTEN initialization[0].ip_config[5].ipv4[0].address
# net5.name WRITTEN network_interface[5].name
# net5.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net6.bridge WRITTEN network_interface[6].bridge
# net6.hwaddr WRITTEN network_interface[6].mac_address
# net6.ip WRITTEN initialization[0].ip_config[6].ipv4[0].address
# net6.name WRITTEN network_interface[6].name
# net6.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net7.bridge WRITTEN network_interface[7].bridge
# net7.hwaddr WRITTEN network_interface[7].mac_address
# net7.ip WRITTEN initialization[0].ip_config[7].ipv4[0].address
# net7.name WRITTEN network_interface[7].name
# net7.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net8.bridge WRITTEN network_interface[8].bridge
# net8.hwaddr WRITTEN network_interface[8].mac_address
# net8.ip WRITTEN initialization[0].ip_config[8].ipv4[0].address
# net8.name WRITTEN network_interface[8].name
# net8.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# net9.bridge WRITTEN network_interface[9].bridge
# net9.hwaddr WRITTEN network_interface[9].mac_address
# net9.ip WRITTEN initialization[0].ip_config[9].ipv4[0].address
# net9.name WRITTEN network_interface[9].name
# net9.type NOT_EXPRESSIBLE (the provider has no attribute for it)
# ostype WRITTEN operating_system[0].type
# rootfs.size WRITTEN disk[0].size
# rootfs.volume WRITTEN disk[0].datastore_id
# swap WRITTEN memory[0].swap
# unprivileged WRITTEN unprivileged
