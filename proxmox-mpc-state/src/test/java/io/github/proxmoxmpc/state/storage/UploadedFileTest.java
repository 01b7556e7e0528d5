package io.github.proxmoxmpc.state.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageContent;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageContentEntry;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageItemPath;
import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that the client sends stands in the storage of the server. It stands here because the
 * client's own tests know no simulator.
 */
class UploadedFileTest {
  private static final Estate ESTATE =
      Estate.builder()
          .storage("local", Map.of("type", "dir", "path", "/var/lib/vz", "content", "iso"))
          .build();

  @Test
  void anUploadedFileIsInTheStorageWithItsNameAndSize(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("debian 13 ü.iso"), new byte[3_000_001]);
    try (ProxmoxSimulator pve = ProxmoxSimulator.start(ESTATE);
        ProxmoxClient client =
            ProxmoxClient.builder(pve.url())
                .credentials(ApiToken.parse(pve.token()))
                .fingerprint(pve.fingerprint())
                .build()) {
      StorageItemPath local = client.api().nodes("pve").storage("local");
      local.upload().post(iso -> iso.content(StorageContent.ISO).filename(Upload.of(file))).await();
      assertThat(local.content().get())
          .extracting(entry -> entry.volid().toString(), StorageContentEntry::size)
          .contains(tuple("local:iso/debian_13___.iso", ByteSize.ofBytes(3_000_001)));
    }
  }
}
