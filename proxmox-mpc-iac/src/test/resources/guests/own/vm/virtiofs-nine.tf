resource "proxmox_virtual_environment_vm" "vm_2261" {
  node_name     = "pve"
  vm_id         = 2261
  name          = "w2261"
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
    mac_address = "BC:24:11:FA:08:D5"
    model       = "virtio"
  }

  virtiofs {
    mapping = "share0"
  }

  virtiofs {
    mapping = "share1"
  }

  virtiofs {
    mapping = "share2"
  }

  virtiofs {
    mapping = "share3"
  }

  virtiofs {
    mapping = "share4"
  }

  virtiofs {
    mapping = "share5"
  }

  virtiofs {
    mapping = "share6"
  }

  virtiofs {
    mapping = "share7"
  }

  lifecycle {
    ignore_changes = [
      # the provider's schema allows at most 8 of these blocks
      virtiofs,
    ]
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
# ostype WRITTEN operating_system[0].type
# scsi0.file WRITTEN disk[0].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[0].file_format
# scsi0.size WRITTEN disk[0].size
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
# virtiofs0.dirid IGNORED virtiofs[0].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs1.dirid IGNORED virtiofs[1].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs2.dirid IGNORED virtiofs[2].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs3.dirid IGNORED virtiofs[3].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs4.dirid IGNORED virtiofs[4].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs5.dirid IGNORED virtiofs[5].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs6.dirid IGNORED virtiofs[6].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs7.dirid IGNORED virtiofs[7].mapping (the provider's schema allows at most 8 of these blocks)
# virtiofs8.dirid IGNORED (the provider's schema allows at most 8 of these blocks)
