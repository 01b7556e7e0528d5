resource "proxmox_virtual_environment_vm" "vm_2193" {
  node_name     = "pve"
  vm_id         = 2193
  name          = "w2193"
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
    mac_address = "BC:24:11:FA:08:91"
    model       = "virtio"
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FC:00:10"
    model       = "virtio"
  }

  lifecycle {
    ignore_changes = [
      # the provider keeps a null device for a missing net number, which no configuration can equal
      ipv4_addresses,
      ipv6_addresses,
      network_device,
      network_interface_names,
    ]
  }
}

# boot.order WRITTEN boot_order
# cores WRITTEN cpu[0].cores
# cpu.cputype WRITTEN cpu[0].type
# memory LEFT_OUT
# name WRITTEN name
# net0.bridge IGNORED network_device[0].bridge (the provider keeps a null device for a missing net number, which no configuration can equal)
# net0.macaddr IGNORED network_device[0].mac_address (the provider keeps a null device for a missing net number, which no configuration can equal)
# net0.model IGNORED network_device[0].model (the provider keeps a null device for a missing net number, which no configuration can equal)
# net2.bridge IGNORED network_device[2].bridge (the provider keeps a null device for a missing net number, which no configuration can equal)
# net2.macaddr IGNORED network_device[2].mac_address (the provider keeps a null device for a missing net number, which no configuration can equal)
# net2.model IGNORED network_device[2].model (the provider keeps a null device for a missing net number, which no configuration can equal)
# ostype WRITTEN operating_system[0].type
# scsi0.file WRITTEN disk[0].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[0].file_format
# scsi0.size WRITTEN disk[0].size
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
