package io.github.proxmoxmpc.simulator.internal.cluster;

import io.github.proxmoxmpc.simulator.internal.account.AccessRights;
import io.github.proxmoxmpc.simulator.internal.account.AclEntry;
import io.github.proxmoxmpc.simulator.internal.account.BuiltInRoles;
import io.github.proxmoxmpc.simulator.internal.account.Pools;
import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users with their passwords and tokens with their secrets. Guarded by the cluster's lock. */
public final class Accounts {
  private final UserConfig config;
  private final Pools pools;
  private final Clock clock;
  private final Map<String, String> passwords = new HashMap<>();
  private final Map<String, String> secrets = new HashMap<>();

  /**
   * Creates the accounts of a new installation: root@pam and the two built-in realms.
   *
   * @param pools the pools of the cluster
   */
  Accounts(SectionStore store, Pools pools, Clock clock) {
    this.config = new UserConfig(store);
    this.pools = pools;
    this.clock = clock;
    config
        .users()
        .put(new Section("root@pam").set("enable", "1").set("email", "root@example.invalid"));
    config
        .realms()
        .put(
            new Section("pam")
                .set("type", "pam")
                .set("comment", "Linux PAM standard authentication"));
    config
        .realms()
        .put(
            new Section("pve")
                .set("type", "pve")
                .set("comment", "Proxmox VE authentication server"));
  }

  /** Returns the configuration of users, groups, roles and entries. */
  public UserConfig config() {
    return config;
  }

  /** Returns the pools, whose members inherit the roles on their pool. */
  public Pools pools() {
    return pools;
  }

  /** Adds a user without privileges, unless the user exists. */
  public void addUser(String user) {
    if (!config.users().has(user)) {
      config.users().put(new Section(user).set("enable", "1"));
    }
  }

  /** Adds a user with all privileges. */
  public void addAdministrator(String user) {
    addUser(user);
    if (!user.equals("root@pam")) {
      config.add(new AclEntry("/", "user", user, BuiltInRoles.ADMINISTRATOR, true));
    }
  }

  /** Sets the password of a user; null removes it. */
  public void setPassword(String user, @Nullable String password) {
    if (password == null) {
      passwords.remove(user);
    } else {
      passwords.put(user, password);
    }
  }

  /** Sets the secret of a token; null removes it. */
  public void setSecret(String token, @Nullable String secret) {
    if (secret == null) {
      secrets.remove(token);
    } else {
      secrets.put(token, secret);
    }
  }

  /** Removes a user with tokens, entries and password. The server adds root@pam at once again. */
  public void removeUser(String user) {
    config.tokens(user).ids().forEach(id -> setSecret(user + "!" + id, null));
    config.removeUser(user);
    if (user.equals("root@pam")) {
      addUser(user);
    } else {
      setPassword(user, null);
    }
  }

  /** Returns whether a user has a password. */
  public boolean hasPassword(String user) {
    return passwords.containsKey(user);
  }

  /** Returns whether this is the password of a user. */
  public boolean isPassword(String user, String password) {
    return password.equals(passwords.get(user));
  }

  /** Returns a token, if the secret is right and neither token nor owner is disabled or expired. */
  public Optional<Identity> byToken(String id, String secret) {
    int mark = id.indexOf('!');
    Section token = config.token(id);
    boolean isValid =
        token != null
            && isEnabled(id.substring(0, mark))
            && !isExpired(token)
            && secret.equals(secrets.get(id));
    return isValid ? Optional.of(identity(id)) : Optional.empty();
  }

  /** Returns a user who is already authenticated by a ticket, unless disabled or expired. */
  public Optional<Identity> user(String id) {
    return isEnabled(id) ? Optional.of(identity(id)) : Optional.empty();
  }

  /** Returns whether a user exists and is neither disabled nor expired. */
  public boolean isEnabled(String user) {
    Section section = config.users().find(user);
    return section != null && section.isTrue("enable") && !isExpired(section);
  }

  /** Returns the identity of a user or token with the privileges that it has now. */
  public Identity identity(String id) {
    return new Identity(id, AccessRights.of(config, pools, id));
  }

  private boolean isExpired(Section section) {
    long expire = Long.parseLong(section.text("expire", "0"));
    return expire > 0 && expire < clock.instant().getEpochSecond();
  }
}
