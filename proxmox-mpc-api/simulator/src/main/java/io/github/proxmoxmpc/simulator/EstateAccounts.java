package io.github.proxmoxmpc.simulator;

import io.github.proxmoxmpc.simulator.internal.account.AclEntry;
import io.github.proxmoxmpc.simulator.internal.cluster.Accounts;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.List;

/** Creates the users and tokens of an estate, with the roles and entries that they need. */
final class EstateAccounts {
  private EstateAccounts() {}

  static void addTo(Accounts accounts, EstateParts estate) {
    estate
        .users()
        .forEach(
            (name, password) -> {
              accounts.addAdministrator(name);
              accounts.setPassword(name, password);
            });
    estate.tokens().forEach(token -> addToken(accounts, token));
  }

  /**
   * Adds a token. A token with limited privileges has a role of its own for each path; its owner
   * has all privileges, so that the token alone decides.
   */
  static void addToken(Accounts accounts, EstateParts.Token token) {
    int mark = token.id().indexOf('!');
    if (mark < 0) {
      throw new IllegalArgumentException(
          "Cannot add token '" + token.id() + "': expected user and name, such as ci@pve!build");
    }
    String owner = token.id().substring(0, mark);
    String name = token.id().substring(mark + 1);
    accounts.addAdministrator(owner);
    boolean isLimited = !token.privileges().isEmpty();
    accounts.config().tokens(owner).put(new Section(name).set("privsep", isLimited ? "1" : "0"));
    accounts.setSecret(token.id(), token.secret());
    token
        .privileges()
        .forEach(
            (path, privileges) -> {
              String role = "Estate-" + Integer.toHexString((token.id() + path).hashCode());
              List<String> names = privileges.stream().sorted().toList();
              accounts.config().roles().put(new Section(role).set("privs", names));
              accounts.config().add(new AclEntry(path, "token", token.id(), role, true));
            });
  }
}
