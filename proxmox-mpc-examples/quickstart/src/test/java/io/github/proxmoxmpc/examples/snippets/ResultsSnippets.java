package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.identifier.SnapshotName;
import io.github.proxmoxmpc.api.identifier.StorageId;
import io.github.proxmoxmpc.api.identifier.TokenName;
import io.github.proxmoxmpc.api.identifier.UserId;
import io.github.proxmoxmpc.api.rest.access.users.UsersTokenTokenidPostResult;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.unit.ByteSize;
import java.time.Duration;
import java.time.Instant;

/** The code of docs/guide/results.md. */
final class ResultsSnippets {
  private ResultsSnippets() {}

  static void read(ProxmoxClient pve) {
    QemuStatusCurrent status = pve.vm(100).status();
    Duration uptime = status.uptime(); // null where the server left it out
    ByteSize memory = status.maxmem();
    System.out.println(uptime + " " + memory + " " + status.raw().get("a-newer-field"));
  }

  static void name(ProxmoxClient pve) {
    SnapshotName before = SnapshotName.of("before-upgrade");
    pve.api().nodes("pve1").qemu(100).snapshot(before).rollback().post();
    pve.api().nodes("pve1").storage(StorageId.of("local")).status().get();
  }

  static void keep(ProxmoxClient pve) {
    UsersTokenTokenidPostResult made =
        pve.api()
            .access()
            .users(UserId.of("ci@pve"))
            .token(TokenName.of("build"))
            .post(token -> token.expire(Instant.now().plus(Duration.ofDays(90))));
    Secret secret = made.value(); // prints as ***
    System.out.println(made.fullTokenid() + " has " + secret.reveal().length() + " characters");
  }
}
