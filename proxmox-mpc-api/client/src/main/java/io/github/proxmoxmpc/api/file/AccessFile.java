package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.file.AccessRecord.Acl;
import io.github.proxmoxmpc.api.file.AccessRecord.Group;
import io.github.proxmoxmpc.api.file.AccessRecord.Pool;
import io.github.proxmoxmpc.api.file.AccessRecord.Role;
import io.github.proxmoxmpc.api.file.AccessRecord.Token;
import io.github.proxmoxmpc.api.file.AccessRecord.User;
import io.github.proxmoxmpc.api.file.Line.Blank;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.value.GroupId;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.RoleId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.TokenId;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code user.cfg}: users, groups, tokens, roles, pools and grants. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * AccessFile file = AccessFile.parse(Files.readString(Path.of("user.cfg")));
 * for (AccessRecord.Pool pool : file.records(AccessRecord.Pool.class)) { ... }
 * }</pre>
 *
 * <p>Follows {@code parse_user_config} of PVE::AccessControl 9.2.
 */
public final class AccessFile extends ConfigurationFile {
  private static final List<String> KINDS =
      List.of("user", "group", "token", "role", "pool", "acl");

  private AccessFile(String text) {
    super(Lines.read(text, AccessFile::read));
  }

  /** Reads a file; accepts every text. */
  public static AccessFile parse(String text) {
    return new AccessFile(text);
  }

  private static Line read(String line) {
    if (Lines.isBlank(line)) {
      return new Blank(line);
    }
    int start = line.length() - line.stripLeading().length();
    AccessLine access =
        new AccessLine(
            line.substring(0, start), Arrays.asList(line.substring(start).split(":", -1)));
    if (!KINDS.contains(access.kind())) {
      return new Unread(line, "not a user, group, token, role, pool or acl");
    }
    if (access.field(1).isEmpty()) {
      return new Unread(line, "has no name");
    }
    return record((Line) access).isPresent()
        ? access
        : new Unread(line, "a " + access.kind() + " whose id or time is invalid");
  }

  /** Returns the records of a type, in order. */
  public <R extends AccessRecord> List<R> records(Class<R> type) {
    return lines().stream()
        .map(AccessFile::record)
        .flatMap(Optional::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Returns the record of a line; empty if the server skips the line. */
  static Optional<AccessRecord> record(Line line) {
    try {
      return line instanceof AccessLine access ? Optional.of(record(access)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static AccessRecord record(AccessLine line) {
    return switch (line.kind()) {
      case "user" ->
          new User(
              UserId.of(line.field(1)),
              isTrue(line.field(2)),
              time(line.field(3)),
              PercentText.decode(line.field(4)),
              PercentText.decode(line.field(5)),
              line.field(6),
              PercentText.decode(line.field(7)),
              Secret.of(line.field(8)));
      case "group" ->
          new Group(
              GroupId.of(line.field(1)),
              ids(line.field(2), UserId::of),
              PercentText.decode(line.field(3)));
      case "token" ->
          new Token(
              TokenId.of(line.field(1)),
              time(line.field(2)),
              isTrue(line.field(3)),
              PercentText.decode(line.field(4)));
      case "role" -> new Role(RoleId.of(line.field(1)), list(line.field(2)));
      case "pool" ->
          new Pool(
              PoolId.of(line.field(1)),
              PercentText.decode(line.field(2)),
              ids(line.field(3), VmId::read),
              ids(line.field(4), StorageId::of));
      default ->
          new Acl(
              isTrue(line.field(1)),
              line.field(2),
              list(line.field(3)),
              ids(line.field(4), RoleId::of));
    };
  }

  private static List<String> list(String text) {
    return SplitList.ofStored(text).toList();
  }

  // The server drops invalid ids and keeps the others.
  private static <T> List<T> ids(String text, Function<String, T> maker) {
    List<T> ids = new ArrayList<>();
    for (String part : list(text)) {
      try {
        ids.add(maker.apply(part));
      } catch (IllegalArgumentException notAnId) {
        continue;
      }
    }
    return List.copyOf(ids);
  }

  // As Perl reads a truth value.
  private static boolean isTrue(String text) {
    return !text.isEmpty() && !text.equals("0");
  }

  private static @Nullable Instant time(String seconds) {
    if (!seconds.matches("[0-9]{0,16}")) {
      throw new IllegalArgumentException("not a time in seconds");
    }
    long since = seconds.isEmpty() ? 0 : Long.parseLong(seconds);
    return since == 0 ? null : Instant.ofEpochSecond(since);
  }
}
