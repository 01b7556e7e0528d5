package io.github.proxmoxmpc.examples.snippets;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.guest.Guest;
import io.github.proxmoxmpc.api.guest.Vm;
import io.github.proxmoxmpc.api.guest.config.VmConfig;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import io.github.proxmoxmpc.api.rest.enumeration.ClusterResourceFilter;
import io.github.proxmoxmpc.api.rest.enumeration.StorageType;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageContent;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.task.TaskOutcome;
import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ServerVersion;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The code of docs/guide/calling-the-api.md, async.md and versions.md. */
final class ApiSnippets {
  private ApiSnippets() {}

  static void pathTree(ProxmoxClient pve) {
    QemuConfig config = pve.api().nodes("pve1").qemu(100).config().get();
    List<ResourcesEntry> guests =
        pve.api().cluster().resources().get(only -> only.type(ClusterResourceFilter.VM));
    Task create = pve.api().nodes("pve1").qemu().post(vm -> vm.vmid(101).name("web").cores(2));
    create.await(Duration.ofMinutes(5));
    System.out.println(config + ", " + guests.size());
  }

  static void checks(ProxmoxClient pve) {
    try {
      pve.api()
          .storage()
          .post(
              storage ->
                  storage
                      .storage(StorageId.of("nas"))
                      .type(StorageType.NFS)
                      .server("nas_1")
                      .vgname("pve"));
    } catch (InvalidRequestException e) {
      // export: is required if 'type' is nfs, and was not set
      // server = 'nas_1': must be an IP address or a DNS name
      // vgname = 'pve': is only for 'type' lvm, lvmthin, not for nfs
      e.faults().forEach(System.out::println);
    }
  }

  static void guests(ProxmoxClient pve) {
    pve.vm(100).start().await();
    pve.container(200).shutdown().await();
    for (Guest guest : pve.guests().list()) {
      System.out.println(guest.vmid() + " on " + guest.node() + ": " + guest.status().name());
    }
    Guest unknown = pve.guests().get(VmId.of(200)); // a Vm or a Container
    System.out.println(unknown);
  }

  static void upload(ProxmoxClient pve) {
    Upload file =
        Upload.of(Path.of("debian-13.iso"))
            .reporting((sent, size) -> System.out.println(sent + " of " + size));
    pve.api()
        .nodes("pve1")
        .storage("local")
        .upload()
        .post(iso -> iso.content(StorageContent.ISO).filename(file))
        .await();
  }

  static void async(ProxmoxClient pve) {
    CompletableFuture<TaskOutcome> started =
        pve.vm(100).startAsync().thenCompose(task -> task.awaitAsync(Duration.ofMinutes(2)));
    List<CompletableFuture<VmConfig>> configs =
        pve.guests().vms().stream().map(Vm::configAsync).toList();
    CompletableFuture.allOf(configs.toArray(CompletableFuture[]::new)).join();
    System.out.println(started);
  }

  static void releases(ProxmoxClient pve) {
    if (pve.serverVersion().isBefore(ServerVersion.of("8.1"))) {
      System.out.println("this cluster cannot import guests from other hypervisors yet");
    }
    ProxmoxClient old = pve.newBuilder().serverVersion(ServerVersion.of("7.4")).build();
    System.out.println(old);
  }
}
