resource "proxmox_virtual_environment_vm" "vm_2146" {
  node_name     = "pve"
  vm_id         = 2146
  name          = "w2146"
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
    mac_address = "BC:24:11:FA:08:62"
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
# ostype WRITTEN operating_system[0].type
# scsi0.file WRITTEN disk[0].datastore_id
# scsi0.file NOT_EXPRESSIBLE disk[0].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi0.file WRITTEN disk[0].file_format
# scsi0.size WRITTEN disk[0].size
# scsi1.file WRITTEN disk[1].datastore_id
# scsi1.file NOT_EXPRESSIBLE disk[1].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi1.file WRITTEN disk[1].file_format
# scsi1.size WRITTEN disk[1].size
# scsi2.file WRITTEN disk[2].datastore_id
# scsi2.file NOT_EXPRESSIBLE disk[2].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi2.file WRITTEN disk[2].file_format
# scsi2.size WRITTEN disk[2].size
# scsi3.file WRITTEN disk[3].datastore_id
# scsi3.file NOT_EXPRESSIBLE disk[3].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi3.file WRITTEN disk[3].file_format
# scsi3.size WRITTEN disk[3].size
# scsi4.file WRITTEN disk[4].datastore_id
# scsi4.file NOT_EXPRESSIBLE disk[4].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi4.file WRITTEN disk[4].file_format
# scsi4.size WRITTEN disk[4].size
# scsi5.file WRITTEN disk[5].datastore_id
# scsi5.file NOT_EXPRESSIBLE disk[5].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi5.file WRITTEN disk[5].file_format
# scsi5.size WRITTEN disk[5].size
# scsi6.file WRITTEN disk[6].datastore_id
# scsi6.file NOT_EXPRESSIBLE disk[6].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi6.file WRITTEN disk[6].file_format
# scsi6.size WRITTEN disk[6].size
# scsi7.file WRITTEN disk[7].datastore_id
# scsi7.file NOT_EXPRESSIBLE disk[7].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi7.file WRITTEN disk[7].file_format
# scsi7.size WRITTEN disk[7].size
# scsi8.file WRITTEN disk[8].datastore_id
# scsi8.file NOT_EXPRESSIBLE disk[8].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi8.file WRITTEN disk[8].file_format
# scsi8.size WRITTEN disk[8].size
# scsi9.file WRITTEN disk[9].datastore_id
# scsi9.file NOT_EXPRESSIBLE disk[9].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi9.file WRITTEN disk[9].file_format
# scsi9.size WRITTEN disk[9].size
# scsi10.file WRITTEN disk[10].datastore_id
# scsi10.file NOT_EXPRESSIBLE disk[10].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi10.file WRITTEN disk[10].file_format
# scsi10.size WRITTEN disk[10].size
# scsi11.file WRITTEN disk[11].datastore_id
# scsi11.file NOT_EXPRESSIBLE disk[11].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi11.file WRITTEN disk[11].file_format
# scsi11.size WRITTEN disk[11].size
# scsi12.file WRITTEN disk[12].datastore_id
# scsi12.file NOT_EXPRESSIBLE disk[12].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi12.file WRITTEN disk[12].file_format
# scsi12.size WRITTEN disk[12].size
# scsi13.file WRITTEN disk[13].datastore_id
# scsi13.file NOT_EXPRESSIBLE disk[13].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi13.file WRITTEN disk[13].file_format
# scsi13.size WRITTEN disk[13].size
# scsi14.file WRITTEN disk[14].datastore_id
# scsi14.file NOT_EXPRESSIBLE disk[14].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi14.file WRITTEN disk[14].file_format
# scsi14.size WRITTEN disk[14].size
# scsi15.file WRITTEN disk[15].datastore_id
# scsi15.file NOT_EXPRESSIBLE disk[15].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi15.file WRITTEN disk[15].file_format
# scsi15.size WRITTEN disk[15].size
# scsi16.file WRITTEN disk[16].datastore_id
# scsi16.file NOT_EXPRESSIBLE disk[16].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi16.file WRITTEN disk[16].file_format
# scsi16.size WRITTEN disk[16].size
# scsi17.file WRITTEN disk[17].datastore_id
# scsi17.file NOT_EXPRESSIBLE disk[17].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi17.file WRITTEN disk[17].file_format
# scsi17.size WRITTEN disk[17].size
# scsi18.file WRITTEN disk[18].datastore_id
# scsi18.file NOT_EXPRESSIBLE disk[18].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi18.file WRITTEN disk[18].file_format
# scsi18.size WRITTEN disk[18].size
# scsi19.file WRITTEN disk[19].datastore_id
# scsi19.file NOT_EXPRESSIBLE disk[19].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi19.file WRITTEN disk[19].file_format
# scsi19.size WRITTEN disk[19].size
# scsi20.file WRITTEN disk[20].datastore_id
# scsi20.file NOT_EXPRESSIBLE disk[20].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi20.file WRITTEN disk[20].file_format
# scsi20.size WRITTEN disk[20].size
# scsi21.file WRITTEN disk[21].datastore_id
# scsi21.file NOT_EXPRESSIBLE disk[21].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi21.file WRITTEN disk[21].file_format
# scsi21.size WRITTEN disk[21].size
# scsi22.file WRITTEN disk[22].datastore_id
# scsi22.file NOT_EXPRESSIBLE disk[22].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi22.file WRITTEN disk[22].file_format
# scsi22.size WRITTEN disk[22].size
# scsi23.file WRITTEN disk[23].datastore_id
# scsi23.file NOT_EXPRESSIBLE disk[23].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi23.file WRITTEN disk[23].file_format
# scsi23.size WRITTEN disk[23].size
# scsi24.file WRITTEN disk[24].datastore_id
# scsi24.file NOT_EXPRESSIBLE disk[24].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi24.file WRITTEN disk[24].file_format
# scsi24.size WRITTEN disk[24].size
# scsi25.file WRITTEN disk[25].datastore_id
# scsi25.file NOT_EXPRESSIBLE disk[25].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi25.file WRITTEN disk[25].file_format
# scsi25.size WRITTEN disk[25].size
# scsi26.file WRITTEN disk[26].datastore_id
# scsi26.file NOT_EXPRESSIBLE disk[26].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi26.file WRITTEN disk[26].file_format
# scsi26.size WRITTEN disk[26].size
# scsi27.file WRITTEN disk[27].datastore_id
# scsi27.file NOT_EXPRESSIBLE disk[27].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi27.file WRITTEN disk[27].file_format
# scsi27.size WRITTEN disk[27].size
# scsi28.file WRITTEN disk[28].datastore_id
# scsi28.file NOT_EXPRESSIBLE disk[28].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi28.file WRITTEN disk[28].file_format
# scsi28.size WRITTEN disk[28].size
# scsi29.file WRITTEN disk[29].datastore_id
# scsi29.file NOT_EXPRESSIBLE disk[29].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi29.file WRITTEN disk[29].file_format
# scsi29.size WRITTEN disk[29].size
# scsi30.file WRITTEN disk[30].datastore_id
# scsi30.file NOT_EXPRESSIBLE disk[30].path_in_datastore (the provider compares the storage, but not the path in it)
# scsi30.file WRITTEN disk[30].file_format
# scsi30.size WRITTEN disk[30].size
# scsihw WRITTEN scsi_hardware
# sockets LEFT_OUT cpu[0].sockets
