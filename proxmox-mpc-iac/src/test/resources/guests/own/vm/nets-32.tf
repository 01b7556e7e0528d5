resource "proxmox_virtual_environment_vm" "vm_2196" {
  node_name     = "pve"
  vm_id         = 2196
  name          = "w2196"
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
    mac_address = "BC:24:11:FD:00:00"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:01"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:02"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:03"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:04"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:05"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:06"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:07"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:08"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:09"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0A"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0B"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0C"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0D"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0E"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:0F"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:10"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:11"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:12"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:13"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:14"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:15"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:16"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:17"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:18"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:19"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1A"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1B"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1C"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1D"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1E"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FD:00:1F"
    model       = "virtio"
  }
}

# boot.order WRITTEN boot_order
# cores WRITTEN cpu[0].cores
# cpu.cputype WRITTEN cpu[0].type
# memory LEFT_OUT
# name WRITTEN name
# net0.bridge WRITTEN network_device[0].bridge
# net0.macaddr WRITTEN network_device[0].mac_address
# net0.model WRITTEN network_device[0].model
# net1.bridge WRITTEN network_device[1].bridge
# net1.macaddr WRITTEN network_device[1].mac_address
# net1.model WRITTEN network_device[1].model
# net2.bridge WRITTEN network_device[2].bridge
# net2.macaddr WRITTEN network_device[2].mac_address
# net2.model WRITTEN network_device[2].model
# net3.bridge WRITTEN network_device[3].bridge
# net3.macaddr WRITTEN network_device[3].mac_address
# net3.model WRITTEN network_device[3].model
# net4.bridge WRITTEN network_device[4].bridge
# net4.macaddr WRITTEN network_device[4].mac_address
# net4.model WRITTEN network_device[4].model
# net5.bridge WRITTEN network_device[5].bridge
# net5.macaddr WRITTEN network_device[5].mac_address
# net5.model WRITTEN network_device[5].model
# net6.bridge WRITTEN network_device[6].bridge
# net6.macaddr WRITTEN network_device[6].mac_address
# net6.model WRITTEN network_device[6].model
# net7.bridge WRITTEN network_device[7].bridge
# net7.macaddr WRITTEN network_device[7].mac_address
# net7.model WRITTEN network_device[7].model
# net8.bridge WRITTEN network_device[8].bridge
# net8.macaddr WRITTEN network_device[8].mac_address
# net8.model WRITTEN network_device[8].model
# net9.bridge WRITTEN network_device[9].bridge
# net9.macaddr WRITTEN network_device[9].mac_address
# net9.model WRITTEN network_device[9].model
# net10.bridge WRITTEN network_device[10].bridge
# net10.macaddr WRITTEN network_device[10].mac_address
# net10.model WRITTEN network_device[10].model
# net11.bridge WRITTEN network_device[11].bridge
# net11.macaddr WRITTEN network_device[11].mac_address
# net11.model WRITTEN network_device[11].model
# net12.bridge WRITTEN network_device[12].bridge
# net12.macaddr WRITTEN network_device[12].mac_address
# net12.model WRITTEN network_device[12].model
# net13.bridge WRITTEN network_device[13].bridge
# net13.macaddr WRITTEN network_device[13].mac_address
# net13.model WRITTEN network_device[13].model
# net14.bridge WRITTEN network_device[14].bridge
# net14.macaddr WRITTEN network_device[14].mac_address
# net14.model WRITTEN network_device[14].model
# net15.bridge WRITTEN network_device[15].bridge
# net15.macaddr WRITTEN network_device[15].mac_address
# net15.model WRITTEN network_device[15].model
# net16.bridge WRITTEN network_device[16].bridge
# net16.macaddr WRITTEN network_device[16].mac_address
# net16.model WRITTEN network_device[16].model
# net17.bridge WRITTEN network_device[17].bridge
# net17.macaddr WRITTEN network_device[17].mac_address
# net17.model WRITTEN network_device[17].model
# net18.bridge WRITTEN network_device[18].bridge
# net18.macaddr WRITTEN network_device[18].mac_address
# net18.model WRITTEN network_device[18].model
# net19.bridge WRITTEN network_device[19].bridge
# net19.macaddr WRITTEN network_device[19].mac_address
# net19.model WRITTEN network_device[19].model
# net20.bridge WRITTEN network_device[20].bridge
# net20.macaddr WRITTEN network_device[20].mac_address
# net20.model WRITTEN network_device[20].model
# net21.bridge WRITTEN network_device[21].bridge
# net21.macaddr WRITTEN network_device[21].mac_address
# net21.model WRITTEN network_device[21].model
# net22.bridge WRITTEN network_device[22].bridge
# net22.macaddr WRITTEN network_device[22].mac_address
# net22.model WRITTEN network_device[22].model
# net23.bridge WRITTEN network_device[23].bridge
# net23.macaddr WRITTEN network_device[23].mac_address
# net23.model WRITTEN network_device[23].model
# net24.bridge WRITTEN network_device[24].bridge
# net24.macaddr WRITTEN network_device[24].mac_address
# net24.model WRITTEN network_device[24].model
# net25.bridge WRITTEN network_device[25].bridge
# net25.macaddr WRITTEN network_device[25].mac_address
# net25.model WRITTEN network_device[25].model
# net26.bridge WRITTEN network_device[26].bridge
# net26.macaddr WRITTEN network_device[26].mac_address
# net26.model WRITTEN network_device[26].model
# net27.bridge WRITTEN network_device[27].bridge
# net27.macaddr WRITTEN network_device[27].mac_address
# net27.model WRITTEN network_device[27].model
# net28.bridge WRITTEN network_device[28].bridge
# net28.macaddr WRITTEN network_device[28].mac_address
# net28.model WRITTEN network_device[28].model
# net29.bridge WRITTEN network_device[29].bridge
# net29.macaddr WRITTEN network_device[29].mac_address
# net29.model WRITTEN network_device[29].model
# net30.bridge WRITTEN network_device[30].bridge
# net30.macaddr WRITTEN network_device[30].mac_address
# net30.model WRITTEN network_device[30].model
# net31.bridge WRITTEN network_device[31].bridge
# net31.macaddr WRITTEN network_device[31].mac_address
# net31.model WRITTEN network_device[31].model
# ostype WRITTEN operating_system[0].type
# scsi0.file WRITTEN disk[0].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[0].file_format
# scsi0.size WRITTEN disk[0].size
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
