package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.value.GroupId;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.RoleId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.TokenId;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a line of {@code user.cfg}. Immutable and thread-safe. Encoded text is decoded,
 * and a missing field is empty.
 */
public sealed interface AccessRecord {

  /**
   * A user.
   *
   * @param userId {@code name@realm}
   * @param isEnabled whether the user may log in
   * @param expire when the account expires; null means never
   * @param firstName the first name
   * @param lastName the last name
   * @param email the address for mails
   * @param comment a comment
   * @param keys {@code x} if a second factor is set up; old releases kept the factors here
   */
  record User(
      UserId userId,
      boolean isEnabled,
      @Nullable Instant expire,
      String firstName,
      String lastName,
      String email,
      String comment,
      Secret keys)
      implements AccessRecord {}

  /**
   * A group.
   *
   * @param groupId its name
   * @param users the user ids of its members
   * @param comment a comment
   */
  record Group(GroupId groupId, List<UserId> users, String comment) implements AccessRecord {}

  /**
   * An API token; its secret is in another file.
   *
   * @param tokenId {@code name@realm!token}
   * @param expire when it expires; null means never
   * @param isSeparated whether its privileges are its own, and not those of the user
   * @param comment a comment
   */
  record Token(TokenId tokenId, @Nullable Instant expire, boolean isSeparated, String comment)
      implements AccessRecord {}

  /**
   * A role.
   *
   * @param roleId its name
   * @param privileges the names of its privileges, including those that a newer release dropped
   */
  record Role(RoleId roleId, List<String> privileges) implements AccessRecord {}

  /**
   * A pool.
   *
   * @param pool its id
   * @param comment a comment
   * @param guests the guests in it
   * @param storages the storages in it
   */
  record Pool(PoolId pool, String comment, List<VmId> guests, List<StorageId> storages)
      implements AccessRecord {}

  /**
   * A grant.
   *
   * @param isPropagated whether it also applies below the path
   * @param path {@code /vms/100}
   * @param grantees user ids, token ids, and {@code @group}
   * @param roles the roles that they get
   */
  record Acl(boolean isPropagated, String path, List<String> grantees, List<RoleId> roles)
      implements AccessRecord {}
}
