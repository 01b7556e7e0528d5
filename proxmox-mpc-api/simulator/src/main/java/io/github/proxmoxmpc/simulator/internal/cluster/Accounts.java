package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Users with their passwords and tokens with their secrets. Guarded by the cluster's lock. */
public final class Accounts {
  private final Map<String, Credential> tokens = new HashMap<>();
  private final Map<String, Credential> users = new HashMap<>();

  private record Credential(String secret, Identity identity) {}

  /** Adds a token. */
  public void addToken(String secret, Identity identity) {
    tokens.put(identity.id(), new Credential(secret, identity));
  }

  /** Adds a user. */
  public void addUser(String password, Identity identity) {
    users.put(identity.id(), new Credential(password, identity));
  }

  /** Returns the owner of a token, if the secret is right. */
  public Optional<Identity> byToken(String id, String secret) {
    return check(tokens.get(id), secret);
  }

  /** Returns the user, if the password is right. */
  public Optional<Identity> byPassword(String id, String password) {
    return check(users.get(id), password);
  }

  /** Returns a user who is already authenticated by a ticket. */
  public Optional<Identity> user(String id) {
    return Optional.ofNullable(users.get(id)).map(Credential::identity);
  }

  private static Optional<Identity> check(
      @org.jspecify.annotations.Nullable Credential credential, String secret) {
    return credential != null && credential.secret().equals(secret)
        ? Optional.of(credential.identity())
        : Optional.empty();
  }
}
