resource "proxmox_virtual_environment_container" "ct_1620" {
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

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-1.raw"
    path   = "/d0"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-2.raw"
    path   = "/d1"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-3.raw"
    path   = "/d2"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-4.raw"
    path   = "/d3"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-5.raw"
    path   = "/d4"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-6.raw"
    path   = "/d5"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-7.raw"
    path   = "/d6"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-8.raw"
    path   = "/d7"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-9.raw"
    path   = "/d8"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-10.raw"
    path   = "/d9"
    size   = "2G"
  }

  mount_point {
    volume = "local-vm:1620/vm-1620-disk-11.raw"
    path   = "/d10"
    size   = "2G"
  }

  network_interface {
    name        = "eth0"
    bridge      = "vmbr0"
    mac_address = "BC:24:11:F1:00:78"
  }

  initialization {
    hostname = "c1620"

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
# mp0.mp WRITTEN mount_point[0].path
# mp0.size WRITTEN mount_point[0].size
# mp0.volume WRITTEN mount_point[0].volume
# mp1.mp WRITTEN mount_point[1].path
# mp1.size WRITTEN mount_point[1].size
# mp1.volume WRITTEN mount_point[1].volume
# mp2.mp WRITTEN mount_point[2].path
# mp2.size WRITTEN mount_point[2].size
# mp2.volume WRITTEN mount_point[2].volume
# mp3.mp WRITTEN mount_point[3].path
# mp3.size WRITTEN mount_point[3].size
# mp3.volume WRITTEN mount_point[3].volume
# mp4.mp WRITTEN mount_point[4].path
# mp4.size WRITTEN mount_point[4].size
# mp4.volume WRITTEN mount_point[4].volume
# mp5.mp WRITTEN mount_point[5].path
# mp5.size WRITTEN mount_point[5].size
# mp5.volume WRITTEN mount_point[5].volume
# mp6.mp WRITTEN mount_point[6].path
# mp6.size WRITTEN mount_point[6].size
# mp6.volume WRITTEN mount_point[6].volume
# mp7.mp WRITTEN mount_point[7].path
# mp7.size WRITTEN mount_point[7].size
# mp7.volume WRITTEN mount_point[7].volume
# mp8.mp WRITTEN mount_point[8].path
# mp8.size WRITTEN mount_point[8].size
# mp8.volume WRITTEN mount_point[8].volume
# mp9.mp WRITTEN mount_point[9].path
# mp9.size WRITTEN mount_point[9].size
# mp9.volume WRITTEN mount_point[9].volume
# mp10.mp WRITTEN mount_point[10].path
# mp10.size WRITTEN mount_point[10].size
# mp10.volume WRITTEN mount_point[10].volume
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
