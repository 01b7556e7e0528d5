package io.github.proxmoxmpc.state.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.error.ConflictException;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.ParameterException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.guest.ContainerConfig;
import io.github.proxmoxmpc.api.guest.LinuxContainer;
import io.github.proxmoxmpc.api.guest.VirtualMachine;
import io.github.proxmoxmpc.api.guest.VmConfig;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The difference of two configurations, applied, makes one the other: over the real-world files of
 * the client's tests, each guest made into its neighbour. It stands here because the client's own
 * tests know no simulator.
 */
class ConfigDifferenceTest {
  private static final int FIRST = 1000;

  private static ProxmoxClient client(ProxmoxSimulator pve) {
    return ProxmoxClient.builder(pve.url())
        .credentials(ApiToken.parse(pve.token()))
        .fingerprint(pve.fingerprint())
        .build();
  }

  @Test
  void everyVmBecomesItsNeighbour() {
    List<String> files = Neighbours.files("vms");
    Estate.Builder estate = Neighbours.estate(files);
    for (int i = 0; i < files.size(); i++) {
      estate.vm("pve", FIRST + i, files.get(i));
    }
    int changes = 0;
    int options = 0;
    Set<String> refused = new TreeSet<>();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate.build());
        ProxmoxClient pve = client(simulator)) {
      for (int i = 0; i < files.size(); i++) {
        VirtualMachine vm = pve.vm(FIRST + i);
        VmConfig before = vm.config();
        Neighbours neighbours = Neighbours.ofVms(before.options().raw());
        JsonObject wanted =
            neighbours.wanted(GuestFile.vm(files.get((i + 1) % files.size())).json());
        while (true) {
          VmConfig target = VmConfig.of(new QemuConfig(wanted));
          try {
            vm.change(before.changesTo(target));
            options += before.changesTo(target).sets().size();
            options += before.changesTo(target).deletes().size();
            break;
          } catch (InvalidRequestException e) {
            wanted = Neighbours.without(wanted, Neighbours.options(e), refused);
          } catch (ParameterException e) {
            wanted = Neighbours.without(wanted, e.errors().keySet(), refused);
          }
        }
        VmConfig after = vm.config();
        assertThat(after.changesTo(VmConfig.of(new QemuConfig(wanted))).toString())
            .as(Neighbours.sides(after.options().raw(), wanted))
            .isEqualTo("VmConfigChange[sets [], deletes []]");
        neighbours.assertIs(after.options().raw(), wanted);
        changes++;
      }
    }
    print("VMs", changes, options, refused);
    assertThat(changes).isEqualTo(files.size());
  }

  @Test
  void everyContainerBecomesItsNeighbour() {
    List<String> files = Neighbours.files("containers");
    Estate.Builder estate = Neighbours.estate(files);
    for (int i = 0; i < files.size(); i++) {
      estate.container("pve", FIRST + i, files.get(i));
    }
    int changes = 0;
    int options = 0;
    Set<String> refused = new TreeSet<>();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate.build());
        ProxmoxClient pve = client(simulator)) {
      for (int i = 0; i < files.size(); i++) {
        LinuxContainer container = pve.container(FIRST + i);
        ContainerConfig before = container.config();
        Neighbours neighbours = Neighbours.ofContainers(before.options().raw());
        JsonObject wanted =
            neighbours.wanted(GuestFile.container(files.get((i + 1) % files.size())).json());
        while (true) {
          ContainerConfig target = ContainerConfig.of(new LxcConfig(wanted));
          try {
            container.change(before.changesTo(target));
            options += before.changesTo(target).sets().size();
            options += before.changesTo(target).deletes().size();
            break;
          } catch (InvalidRequestException e) {
            wanted = Neighbours.without(wanted, Neighbours.options(e), refused);
          } catch (ParameterException e) {
            wanted = Neighbours.without(wanted, e.errors().keySet(), refused);
          }
        }
        ContainerConfig after = container.config();
        assertThat(after.changesTo(ContainerConfig.of(new LxcConfig(wanted))).toString())
            .as(Neighbours.sides(after.options().raw(), wanted))
            .isEqualTo("ContainerConfigChange[sets [], deletes []]");
        neighbours.assertIs(after.options().raw(), wanted);
        changes++;
      }
    }
    print("containers", changes, options, refused);
    assertThat(changes).isEqualTo(files.size());
  }

  private static void print(String what, int changes, int options, Set<String> refused) {
    System.out.println(
        "differences of "
            + what
            + ": "
            + changes
            + " applied, "
            + options
            + " options set or deleted, values that the server takes from nobody: "
            + refused);
  }

  @Test
  void aChangeThatComesTooLateConflicts() {
    Estate estate =
        Estate.builder().node("pve").vm("pve", 100, Map.of("cores", "1", "name", "a")).build();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = client(simulator)) {
      VmConfig before = pve.vm(100).config();
      simulator.guest(100).set("memory", "1024");
      assertThatThrownBy(() -> pve.vm(100).change(before.changesTo(before.with(vm -> vm.cores(2)))))
          .isInstanceOf(ConflictException.class);
      pve.vm(100).change(before.changesTo(before));
      assertThat(simulator.writes()).hasSize(1);
    }
  }

  @Test
  void aDiskMovesToAnotherBusInOneChange() {
    Estate estate =
        Neighbours.estate(List.of("scsi0: thin:vm-100-disk-0,size=1G\n"))
            .vm(
                "pve",
                100,
                "boot: order=scsi0\nscsi0: thin:vm-100-disk-0,size=1G\nunused4: thin:vm-100-disk-4\n")
            .build();
    try (ProxmoxSimulator simulator = ProxmoxSimulator.start(estate);
        ProxmoxClient pve = client(simulator)) {
      VmConfig before = pve.vm(100).config();
      VmConfig wanted =
          before.with(
              vm ->
                  vm.with("virtio0", "thin:vm-100-disk-0,size=1G")
                      .with("boot", "order=virtio0")
                      .unset("scsi0"));
      pve.vm(100).change(before.changesTo(wanted));
      assertThat(simulator.guest(100).config())
          .containsEntry("boot", "order=virtio0")
          .containsEntry("virtio0", "thin:vm-100-disk-0,size=1G")
          .containsEntry("unused4", "thin:vm-100-disk-4")
          .doesNotContainKeys("scsi0", "unused0");
    }
  }
}
