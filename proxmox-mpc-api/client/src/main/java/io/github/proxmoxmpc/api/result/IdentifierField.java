package io.github.proxmoxmpc.api.result;

import io.github.proxmoxmpc.api.identifier.GroupId;
import io.github.proxmoxmpc.api.identifier.NodeName;
import io.github.proxmoxmpc.api.identifier.PoolId;
import io.github.proxmoxmpc.api.identifier.RealmId;
import io.github.proxmoxmpc.api.identifier.RoleId;
import io.github.proxmoxmpc.api.identifier.SnapshotName;
import io.github.proxmoxmpc.api.identifier.StorageId;
import io.github.proxmoxmpc.api.identifier.TokenId;
import io.github.proxmoxmpc.api.identifier.TokenName;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.identifier.UserId;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.identifier.VolumeId;
import io.github.proxmoxmpc.api.tls.Fingerprint;

/**
 * How identifiers are read. What the server calls its own is taken as it comes, by the rule of
 * today or not; only a guest id and a UPID need their form, because there is more in them than a
 * text.
 */
public final class IdentifierField {
  /** Node names. */
  public static final FieldType<NodeName> NODE_NAME =
      FieldType.text("a node name", NodeName::asSent);

  /** Guest ids. */
  public static final FieldType<VmId> VM_ID =
      FieldType.numbered("a guest id", VmId::asSent, VmId::asSent);

  /** Storage ids. */
  public static final FieldType<StorageId> STORAGE_ID =
      FieldType.text("a storage id", StorageId::asSent);

  /** Pool ids. */
  public static final FieldType<PoolId> POOL_ID = FieldType.text("a pool id", PoolId::asSent);

  /** Volume ids. */
  public static final FieldType<VolumeId> VOLUME_ID =
      FieldType.text("a volume id", VolumeId::asSent);

  /** UPIDs. */
  public static final FieldType<Upid> UPID = FieldType.text("a UPID", Upid::of);

  /** User ids. */
  public static final FieldType<UserId> USER_ID = FieldType.text("a user id", UserId::asSent);

  /** Token ids. */
  public static final FieldType<TokenId> TOKEN_ID = FieldType.text("a token id", TokenId::asSent);

  /** Token names. */
  public static final FieldType<TokenName> TOKEN_NAME =
      FieldType.text("a token name", TokenName::asSent);

  /** Realms. */
  public static final FieldType<RealmId> REALM_ID = FieldType.text("a realm", RealmId::asSent);

  /** Group ids. */
  public static final FieldType<GroupId> GROUP_ID = FieldType.text("a group id", GroupId::asSent);

  /** Role ids. */
  public static final FieldType<RoleId> ROLE_ID = FieldType.text("a role id", RoleId::asSent);

  /** Snapshot names. */
  public static final FieldType<SnapshotName> SNAPSHOT_NAME =
      FieldType.text("a snapshot name", SnapshotName::asSent);

  /** Fingerprints of certificates. */
  public static final FieldType<Fingerprint> FINGERPRINT =
      FieldType.text("a SHA-256 fingerprint", Fingerprint::of);

  private IdentifierField() {}
}
