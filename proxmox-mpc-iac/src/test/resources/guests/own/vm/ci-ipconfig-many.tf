resource "proxmox_virtual_environment_vm" "vm_2212" {
  node_name     = "pve"
  vm_id         = 2212
  name          = "w2212"
  started       = false
  on_boot       = false
  scsi_hardware = "virtio-scsi-single"
  boot_order    = ["scsi0"]

  operating_system {
    type = "l26"
  }

  cpu {
    cores = 2
    type  = "x86-64-v2-AES"
  }

  disk {
    interface    = "scsi0"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FA:08:A4"
    model       = "virtio"
  }

  initialization {
    datastore_id = "local-vm"
    interface    = "ide2"

    ip_config {
      ipv4 {
        address = "10.0.0.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.1.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.2.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.3.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.4.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.5.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.6.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.7.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.8.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.9.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.10.2/24"
      }
    }

    ip_config {
      ipv4 {
        address = "10.0.11.2/24"
      }
    }
  }
}

# boot.order WRITTEN boot_order
# cores WRITTEN cpu[0].cores
# cpu.cputype WRITTEN cpu[0].type
# ide2.file WRITTEN initialization[0].datastore_id
# ide2.media NOT_EXPRESSIBLE (the provider sets it itself)
# ide2.size NOT_EXPRESSIBLE (the provider has no attribute for it)
# ipconfig0.ip WRITTEN initialization[0].ip_config[0].ipv4[0].address
# ipconfig1.ip WRITTEN initialization[0].ip_config[1].ipv4[0].address
# ipconfig2.ip WRITTEN initialization[0].ip_config[2].ipv4[0].address
# ipconfig3.ip WRITTEN initialization[0].ip_config[3].ipv4[0].address
# ipconfig4.ip WRITTEN initialization[0].ip_config[4].ipv4[0].address
# ipconfig5.ip WRITTEN initialization[0].ip_config[5].ipv4[0].address
# ipconfig6.ip WRITTEN initialization[0].ip_config[6].ipv4[0].address
# ipconfig7.ip WRITTEN initialization[0].ip_config[7].ipv4[0].address
# ipconfig8.ip WRITTEN initialization[0].ip_config[8].ipv4[0].address
# ipconfig9.ip WRITTEN initialization[0].ip_config[9].ipv4[0].address
# ipconfig10.ip WRITTEN initialization[0].ip_config[10].ipv4[0].address
# ipconfig11.ip WRITTEN initialization[0].ip_config[11].ipv4[0].address
# memory LEFT_OUT
# name WRITTEN name
# net0.bridge WRITTEN network_device[0].bridge
# net0.macaddr WRITTEN network_device[0].mac_address
# net0.model WRITTEN network_device[0].model
# ostype WRITTEN operating_system[0].type
# scsi0.file WRITTEN disk[0].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[0].file_format
# scsi0.size WRITTEN disk[0].size
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
