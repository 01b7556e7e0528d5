resource "proxmox_virtual_environment_vm" "vm_1260" {
  node_name     = "pve"
  vm_id         = 1260
  name          = "f1260"
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
    interface    = "ide1"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 4
  }

  disk {
    interface    = "sata2"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 3
  }

  disk {
    interface    = "scsi0"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi2"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 6
  }

  disk {
    interface    = "scsi10"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 5
  }

  disk {
    interface    = "virtio1"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 2
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:F0:01:04"
    model       = "virtio"
  }
}

# boot.order WRITTEN boot_order
# cores WRITTEN cpu[0].cores
# cpu.cputype WRITTEN cpu[0].type
# ide1.file WRITTEN disk[0].datastore_id
# ide1.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# ide1.file WRITTEN disk[0].file_format
# ide1.size WRITTEN disk[0].size
# memory LEFT_OUT
# name WRITTEN name
# net0.bridge WRITTEN network_device[0].bridge
# net0.macaddr WRITTEN network_device[0].mac_address
# net0.model WRITTEN network_device[0].model
# ostype WRITTEN operating_system[0].type
# sata2.file WRITTEN disk[1].datastore_id
# sata2.file NOT_EXPRESSIBLE disk[1].path_in_datastore (the provider compares the storage, but not the path in it)
# sata2.file WRITTEN disk[1].file_format
# sata2.size WRITTEN disk[1].size
# scsi0.file WRITTEN disk[2].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[2].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[2].file_format
# scsi0.size WRITTEN disk[2].size
# scsi2.file WRITTEN disk[3].datastore_id
# scsi2.file NOT_EXPRESSIBLE disk[3].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi2.file WRITTEN disk[3].file_format
# scsi2.size WRITTEN disk[3].size
# scsi10.file WRITTEN disk[4].datastore_id
# scsi10.file NOT_EXPRESSIBLE disk[4].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi10.file WRITTEN disk[4].file_format
# scsi10.size WRITTEN disk[4].size
# scsihw WRITTEN scsi_hardware
# smbios1.uuid NOT_EXPRESSIBLE (the provider omits the block from its state if its values are the defaults)
# sockets LEFT_OUT cpu[0].sockets
# virtio1.file WRITTEN disk[5].datastore_id
# virtio1.file NOT_EXPRESSIBLE disk[5].path_in_datastore (the provider compares the storage, but not the path in it)
# virtio1.file WRITTEN disk[5].file_format
# virtio1.size WRITTEN disk[5].size
