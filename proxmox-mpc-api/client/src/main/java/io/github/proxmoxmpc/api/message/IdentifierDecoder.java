package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.value.GroupId;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.RealmId;
import io.github.proxmoxmpc.api.value.RoleId;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.TokenId;
import io.github.proxmoxmpc.api.value.TokenName;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.api.value.VolumeId;

/**
 * Reads identifiers. Names from the server are accepted even if they break today's rules. Only a
 * guest id and a UPID must have their form, because they consist of more than a text.
 */
public final class IdentifierDecoder {
  /** Node names. */
  public static final Decoder<NodeName> NODE_NAME = Decoder.text("a node name", NodeName::read);

  /** Guest ids. */
  public static final Decoder<VmId> VM_ID = Decoder.numbered("a guest id", VmId::read, VmId::read);

  /** Storage ids. */
  public static final Decoder<StorageId> STORAGE_ID = Decoder.text("a storage id", StorageId::read);

  /** Pool ids. */
  public static final Decoder<PoolId> POOL_ID = Decoder.text("a pool id", PoolId::read);

  /** Volume ids. */
  public static final Decoder<VolumeId> VOLUME_ID = Decoder.text("a volume id", VolumeId::read);

  /** UPIDs. */
  public static final Decoder<Upid> UPID = Decoder.text("a UPID", Upid::of);

  /** User ids. */
  public static final Decoder<UserId> USER_ID = Decoder.text("a user id", UserId::read);

  /** Token ids. */
  public static final Decoder<TokenId> TOKEN_ID = Decoder.text("a token id", TokenId::read);

  /** Token names. */
  public static final Decoder<TokenName> TOKEN_NAME = Decoder.text("a token name", TokenName::read);

  /** Realms. */
  public static final Decoder<RealmId> REALM_ID = Decoder.text("a realm", RealmId::read);

  /** Group ids. */
  public static final Decoder<GroupId> GROUP_ID = Decoder.text("a group id", GroupId::read);

  /** Role ids. */
  public static final Decoder<RoleId> ROLE_ID = Decoder.text("a role id", RoleId::read);

  /** Snapshot names. */
  public static final Decoder<SnapshotName> SNAPSHOT_NAME =
      Decoder.text("a snapshot name", SnapshotName::read);

  /** Fingerprints of certificates. */
  public static final Decoder<Fingerprint> FINGERPRINT =
      Decoder.text("a SHA-256 fingerprint", Fingerprint::of);

  private IdentifierDecoder() {}
}
