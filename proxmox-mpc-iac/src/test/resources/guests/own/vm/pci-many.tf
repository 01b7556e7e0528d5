resource "proxmox_virtual_environment_vm" "vm_2254" {
  node_name     = "pve"
  vm_id         = 2254
  name          = "w2254"
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
    mac_address = "BC:24:11:FA:08:CE"
    model       = "virtio"
  }

  hostpci {
    device = "hostpci0"
    id     = "0000:00:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci1"
    id     = "0000:01:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci2"
    id     = "0000:02:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci3"
    id     = "0000:03:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci4"
    id     = "0000:04:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci5"
    id     = "0000:05:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci6"
    id     = "0000:06:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci7"
    id     = "0000:07:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci8"
    id     = "0000:08:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci9"
    id     = "0000:09:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci10"
    id     = "0000:00:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci11"
    id     = "0000:01:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci12"
    id     = "0000:02:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci13"
    id     = "0000:03:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci14"
    id     = "0000:04:00.0"
    rombar = true
  }

  hostpci {
    device = "hostpci15"
    id     = "0000:05:00.0"
    rombar = true
  }
}

# boot.order WRITTEN boot_order
# cores WRITTEN cpu[0].cores
# cpu.cputype WRITTEN cpu[0].type
# hostpci0.host WRITTEN hostpci[0].id
# hostpci1.host WRITTEN hostpci[1].id
# hostpci2.host WRITTEN hostpci[2].id
# hostpci3.host WRITTEN hostpci[3].id
# hostpci4.host WRITTEN hostpci[4].id
# hostpci5.host WRITTEN hostpci[5].id
# hostpci6.host WRITTEN hostpci[6].id
# hostpci7.host WRITTEN hostpci[7].id
# hostpci8.host WRITTEN hostpci[8].id
# hostpci9.host WRITTEN hostpci[9].id
# hostpci10.host WRITTEN hostpci[10].id
# hostpci11.host WRITTEN hostpci[11].id
# hostpci12.host WRITTEN hostpci[12].id
# hostpci13.host WRITTEN hostpci[13].id
# hostpci14.host WRITTEN hostpci[14].id
# hostpci15.host WRITTEN hostpci[15].id
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
