package io.github.proxmoxmpc.examples.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.message.ListResult;
import io.github.proxmoxmpc.api.rest.access.users.UsersTokenTokenidPostResult;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageFileRestoreDownloadGetRequest;
import io.github.proxmoxmpc.api.rest.nodes.tasks.TasksEntry;
import io.github.proxmoxmpc.api.transfer.Download;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.SnapshotName;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.TokenName;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The code of docs/guide/results.md. */
final class ResultsSnippets {
  private ResultsSnippets() {}

  static void read(ProxmoxClient pve) {
    QemuStatusCurrent status = pve.vm(100).status().details();
    Duration uptime = status.uptime(); // null where the server left it out
    ByteSize memory = status.maxmem();
    System.out.println(uptime + " " + memory + " " + status.raw().get("a-newer-field"));
  }

  static void beside(ProxmoxClient pve) {
    ListResult<TasksEntry> page = pve.api().nodes("pve1").tasks().get(tasks -> tasks.limit(50));
    System.out.println(page.size() + " of " + page.total());
    String changes = pve.api().nodes("pve1").network().get().changes(); // null: nothing is pending
  }

  static void bytes(ProxmoxClient pve, Upid upid) throws IOException {
    try (Download log = pve.api().nodes("pve1").tasks(upid).log().download()) {
      log.saveTo(Path.of("backup.log"));
    }
    VolumeId backup = VolumeId.of("pbs:backup/vm/100/2026-11-22T00:00:00Z");
    String file = Base64.getEncoder().encodeToString("/drive-scsi0.img.fidx".getBytes(UTF_8));
    try (Download part =
        pve.api()
            .nodes("pve1")
            .storage("pbs")
            .fileRestore()
            .download()
            .get(StorageFileRestoreDownloadGetRequest.builder(file, backup).build())) {
      part.stream().readNBytes(512);
    }
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
