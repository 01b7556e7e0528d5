package io.github.proxmoxmpc.simulator.internal.account;

import java.util.List;

/** All privileges of Proxmox VE 9.2, sorted. */
public final class PrivilegeNames {
  /** The names. */
  public static final List<String> ALL =
      List.of(
          ("Datastore.Allocate Datastore.AllocateSpace Datastore.AllocateTemplate Datastore.Audit"
                  + " Group.Allocate Mapping.Audit Mapping.Modify Mapping.Use Permissions.Modify"
                  + " Pool.Allocate Pool.Audit Realm.Allocate Realm.AllocateUser SDN.Allocate"
                  + " SDN.Audit SDN.Use Sys.AccessNetwork Sys.Audit Sys.Console Sys.Incoming"
                  + " Sys.Modify Sys.PowerMgmt Sys.Syslog User.Modify VM.Allocate VM.Audit"
                  + " VM.Backup VM.Clone VM.Config.CDROM VM.Config.CPU VM.Config.Cloudinit"
                  + " VM.Config.Disk VM.Config.HWType VM.Config.Memory VM.Config.Network"
                  + " VM.Config.Options VM.Console VM.GuestAgent.Audit VM.GuestAgent.FileRead"
                  + " VM.GuestAgent.FileSystemMgmt VM.GuestAgent.FileWrite"
                  + " VM.GuestAgent.Unrestricted VM.Migrate VM.PowerMgmt VM.Replicate VM.Snapshot"
                  + " VM.Snapshot.Rollback")
              .split(" "));

  private PrivilegeNames() {}
}
