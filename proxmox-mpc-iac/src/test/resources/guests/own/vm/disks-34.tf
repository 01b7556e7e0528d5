resource "proxmox_virtual_environment_vm" "vm_2147" {
  node_name     = "pve"
  vm_id         = 2147
  name          = "w2147"
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

  disk {
    interface    = "scsi1"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi2"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi3"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi4"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi5"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi6"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi7"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi8"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi9"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi10"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi11"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi12"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi13"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi14"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi15"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi16"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi17"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi18"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi19"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi20"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi21"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi22"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi23"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi24"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi25"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi26"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi27"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi28"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi29"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  disk {
    interface    = "scsi30"
    datastore_id = "local-vm"
    file_format  = "qcow2"
    size         = 1
  }

  network_device {
    bridge      = "vmbr0"
    mac_address = "BC:24:11:FA:08:63"
    model       = "virtio"
  }

  lifecycle {
    ignore_changes = [
      # the provider's schema allows at most 31 of these blocks
      disk,
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
# scsi0.file IGNORED disk[0].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file IGNORED disk[0].file_format (the provider's schema allows at most 31 of these blocks)
# scsi0.size IGNORED disk[0].size (the provider's schema allows at most 31 of these blocks)
# scsi1.file IGNORED disk[1].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi1.file NOT_EXPRESSIBLE disk[1].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi1.file IGNORED disk[1].file_format (the provider's schema allows at most 31 of these blocks)
# scsi1.size IGNORED disk[1].size (the provider's schema allows at most 31 of these blocks)
# scsi2.file IGNORED disk[2].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi2.file NOT_EXPRESSIBLE disk[2].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi2.file IGNORED disk[2].file_format (the provider's schema allows at most 31 of these blocks)
# scsi2.size IGNORED disk[2].size (the provider's schema allows at most 31 of these blocks)
# scsi3.file IGNORED disk[3].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi3.file NOT_EXPRESSIBLE disk[3].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi3.file IGNORED disk[3].file_format (the provider's schema allows at most 31 of these blocks)
# scsi3.size IGNORED disk[3].size (the provider's schema allows at most 31 of these blocks)
# scsi4.file IGNORED disk[4].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi4.file NOT_EXPRESSIBLE disk[4].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi4.file IGNORED disk[4].file_format (the provider's schema allows at most 31 of these blocks)
# scsi4.size IGNORED disk[4].size (the provider's schema allows at most 31 of these blocks)
# scsi5.file IGNORED disk[5].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi5.file NOT_EXPRESSIBLE disk[5].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi5.file IGNORED disk[5].file_format (the provider's schema allows at most 31 of these blocks)
# scsi5.size IGNORED disk[5].size (the provider's schema allows at most 31 of these blocks)
# scsi6.file IGNORED disk[6].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi6.file NOT_EXPRESSIBLE disk[6].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi6.file IGNORED disk[6].file_format (the provider's schema allows at most 31 of these blocks)
# scsi6.size IGNORED disk[6].size (the provider's schema allows at most 31 of these blocks)
# scsi7.file IGNORED disk[7].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi7.file NOT_EXPRESSIBLE disk[7].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi7.file IGNORED disk[7].file_format (the provider's schema allows at most 31 of these blocks)
# scsi7.size IGNORED disk[7].size (the provider's schema allows at most 31 of these blocks)
# scsi8.file IGNORED disk[8].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi8.file NOT_EXPRESSIBLE disk[8].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi8.file IGNORED disk[8].file_format (the provider's schema allows at most 31 of these blocks)
# scsi8.size IGNORED disk[8].size (the provider's schema allows at most 31 of these blocks)
# scsi9.file IGNORED disk[9].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi9.file NOT_EXPRESSIBLE disk[9].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi9.file IGNORED disk[9].file_format (the provider's schema allows at most 31 of these blocks)
# scsi9.size IGNORED disk[9].size (the provider's schema allows at most 31 of these blocks)
# scsi10.file IGNORED disk[10].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi10.file NOT_EXPRESSIBLE disk[10].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi10.file IGNORED disk[10].file_format (the provider's schema allows at most 31 of these blocks)
# scsi10.size IGNORED disk[10].size (the provider's schema allows at most 31 of these blocks)
# scsi11.file IGNORED disk[11].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi11.file NOT_EXPRESSIBLE disk[11].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi11.file IGNORED disk[11].file_format (the provider's schema allows at most 31 of these blocks)
# scsi11.size IGNORED disk[11].size (the provider's schema allows at most 31 of these blocks)
# scsi12.file IGNORED disk[12].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi12.file NOT_EXPRESSIBLE disk[12].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi12.file IGNORED disk[12].file_format (the provider's schema allows at most 31 of these blocks)
# scsi12.size IGNORED disk[12].size (the provider's schema allows at most 31 of these blocks)
# scsi13.file IGNORED disk[13].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi13.file NOT_EXPRESSIBLE disk[13].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi13.file IGNORED disk[13].file_format (the provider's schema allows at most 31 of these blocks)
# scsi13.size IGNORED disk[13].size (the provider's schema allows at most 31 of these blocks)
# scsi14.file IGNORED disk[14].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi14.file NOT_EXPRESSIBLE disk[14].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi14.file IGNORED disk[14].file_format (the provider's schema allows at most 31 of these blocks)
# scsi14.size IGNORED disk[14].size (the provider's schema allows at most 31 of these blocks)
# scsi15.file IGNORED disk[15].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi15.file NOT_EXPRESSIBLE disk[15].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi15.file IGNORED disk[15].file_format (the provider's schema allows at most 31 of these blocks)
# scsi15.size IGNORED disk[15].size (the provider's schema allows at most 31 of these blocks)
# scsi16.file IGNORED disk[16].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi16.file NOT_EXPRESSIBLE disk[16].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi16.file IGNORED disk[16].file_format (the provider's schema allows at most 31 of these blocks)
# scsi16.size IGNORED disk[16].size (the provider's schema allows at most 31 of these blocks)
# scsi17.file IGNORED disk[17].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi17.file NOT_EXPRESSIBLE disk[17].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi17.file IGNORED disk[17].file_format (the provider's schema allows at most 31 of these blocks)
# scsi17.size IGNORED disk[17].size (the provider's schema allows at most 31 of these blocks)
# scsi18.file IGNORED disk[18].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi18.file NOT_EXPRESSIBLE disk[18].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi18.file IGNORED disk[18].file_format (the provider's schema allows at most 31 of these blocks)
# scsi18.size IGNORED disk[18].size (the provider's schema allows at most 31 of these blocks)
# scsi19.file IGNORED disk[19].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi19.file NOT_EXPRESSIBLE disk[19].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi19.file IGNORED disk[19].file_format (the provider's schema allows at most 31 of these blocks)
# scsi19.size IGNORED disk[19].size (the provider's schema allows at most 31 of these blocks)
# scsi20.file IGNORED disk[20].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi20.file NOT_EXPRESSIBLE disk[20].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi20.file IGNORED disk[20].file_format (the provider's schema allows at most 31 of these blocks)
# scsi20.size IGNORED disk[20].size (the provider's schema allows at most 31 of these blocks)
# scsi21.file IGNORED disk[21].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi21.file NOT_EXPRESSIBLE disk[21].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi21.file IGNORED disk[21].file_format (the provider's schema allows at most 31 of these blocks)
# scsi21.size IGNORED disk[21].size (the provider's schema allows at most 31 of these blocks)
# scsi22.file IGNORED disk[22].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi22.file NOT_EXPRESSIBLE disk[22].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi22.file IGNORED disk[22].file_format (the provider's schema allows at most 31 of these blocks)
# scsi22.size IGNORED disk[22].size (the provider's schema allows at most 31 of these blocks)
# scsi23.file IGNORED disk[23].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi23.file NOT_EXPRESSIBLE disk[23].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi23.file IGNORED disk[23].file_format (the provider's schema allows at most 31 of these blocks)
# scsi23.size IGNORED disk[23].size (the provider's schema allows at most 31 of these blocks)
# scsi24.file IGNORED disk[24].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi24.file NOT_EXPRESSIBLE disk[24].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi24.file IGNORED disk[24].file_format (the provider's schema allows at most 31 of these blocks)
# scsi24.size IGNORED disk[24].size (the provider's schema allows at most 31 of these blocks)
# scsi25.file IGNORED disk[25].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi25.file NOT_EXPRESSIBLE disk[25].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi25.file IGNORED disk[25].file_format (the provider's schema allows at most 31 of these blocks)
# scsi25.size IGNORED disk[25].size (the provider's schema allows at most 31 of these blocks)
# scsi26.file IGNORED disk[26].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi26.file NOT_EXPRESSIBLE disk[26].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi26.file IGNORED disk[26].file_format (the provider's schema allows at most 31 of these blocks)
# scsi26.size IGNORED disk[26].size (the provider's schema allows at most 31 of these blocks)
# scsi27.file IGNORED disk[27].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi27.file NOT_EXPRESSIBLE disk[27].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi27.file IGNORED disk[27].file_format (the provider's schema allows at most 31 of these blocks)
# scsi27.size IGNORED disk[27].size (the provider's schema allows at most 31 of these blocks)
# scsi28.file IGNORED disk[28].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi28.file NOT_EXPRESSIBLE disk[28].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi28.file IGNORED disk[28].file_format (the provider's schema allows at most 31 of these blocks)
# scsi28.size IGNORED disk[28].size (the provider's schema allows at most 31 of these blocks)
# scsi29.file IGNORED disk[29].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi29.file NOT_EXPRESSIBLE disk[29].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi29.file IGNORED disk[29].file_format (the provider's schema allows at most 31 of these blocks)
# scsi29.size IGNORED disk[29].size (the provider's schema allows at most 31 of these blocks)
# scsi30.file IGNORED disk[30].datastore_id (the provider's schema allows at most 31 of these blocks)
# scsi30.file NOT_EXPRESSIBLE disk[30].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi30.file IGNORED disk[30].file_format (the provider's schema allows at most 31 of these blocks)
# scsi30.size IGNORED disk[30].size (the provider's schema allows at most 31 of these blocks)
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
# virtio0.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio0.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio0.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio0.size IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio1.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio1.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio1.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio1.size IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio2.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio2.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio2.file IGNORED (the provider's schema allows at most 31 of these blocks)
# virtio2.size IGNORED (the provider's schema allows at most 31 of these blocks)
