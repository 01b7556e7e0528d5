package io.github.proxmoxmpc.api.guest.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuCloudinitEntry;
import io.github.proxmoxmpc.api.rest.result.PendingOption;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The answers are cut from those of a daemon of Proxmox VE 9.2. */
class PendingConfigTest {
  private static <E> List<E> rows(Function<JsonObject, E> type, String answer) {
    return ((JsonArray) JsonValue.parse(answer))
        .values().stream().map(row -> type.apply((JsonObject) row)).toList();
  }

  private static PendingConfig<VmConfig> vm(String answer) {
    return PendingConfig.ofVm(rows(PendingOption::new, answer));
  }

  @Test
  void pendingChangesAppearOnlyInTheNextConfiguration() {
    PendingConfig<VmConfig> config =
        vm(
            """
            [{"pending":2,"value":1,"key":"cores"},{"pending":"128","value":"96","key":"memory"},
            {"pending":"virtio=BC:24:11:00:01:01,bridge=vmbr0","key":"net1",
             "value":"e1000=BC:24:11:00:01:01,bridge=vmbr0,link_down=1"},
            {"key":"name","value":"web"},{"value":"b7b1b7f9","key":"digest"},
            {"key":"balloon","pending":64},
            {"value":"socket","key":"serial1","delete":1},{"value":"socket","key":"serial2","delete":2}]
            """);
    assertThat(config.now().options().cores()).isEqualTo(1);
    assertThat(config.next().options().cores()).isEqualTo(2);
    assertThat(config.now().options().memory()).isEqualTo(Memory.parse("96"));
    assertThat(config.next().options().memory()).isEqualTo(Memory.parse("128"));
    assertThat(config.next().net())
        .containsEntry(1, NetworkDevice.parse("virtio=BC:24:11:00:01:01,bridge=vmbr0"));
    assertThat(config.now().options().balloon()).isNull();
    assertThat(config.now().options().serial()).containsOnlyKeys(1, 2);
    assertThat(config.next().options().serial()).isEmpty();
    assertThat(config.next().options().name()).isEqualTo("web");

    VmConfigChange change = config.now().changesTo(config.next());
    assertThat(change.sets()).containsExactly("balloon", "cores", "memory", "net1");
    assertThat(change.deletes()).containsExactly("serial1", "serial2");
  }

  @Test
  void withoutPendingChangesBothConfigurationsAreEqual() {
    PendingConfig<VmConfig> config =
        vm("[{\"key\":\"kvm\",\"value\":0},{\"key\":\"cores\",\"value\":2,\"delete\":0}]");
    assertThat(config.now()).isEqualTo(config.next());
    assertThat(config.now().options().kvm()).isFalse();
    assertThat(vm("[]").next().options().raw().names()).isEmpty();
  }

  @Test
  void pendingChangesOfAContainerAreRead() {
    PendingConfig<ContainerConfig> config =
        PendingConfig.ofContainer(
            rows(
                PendingOption::new,
                """
                [{"value":96,"key":"memory"},{"key":"tty","pending":3},
                {"key":"features","pending":"nesting=1"},
                {"value":"local-vm:201/vm-201-disk-0.raw,size=1G","key":"rootfs"}]
                """));
    assertThat(config.now().options().tty()).isNull();
    assertThat(config.next().options().tty()).isEqualTo(3);
    assertThat(config.now().changesTo(config.next()).sets()).containsExactly("features", "tty");
    assertThat(config.next().disks()).containsOnlyKeys(DiskSlot.of("rootfs"));
  }

  @Test
  void pendingChangesOfACloudInitDriveAreRead() {
    PendingConfig<VmConfig> config =
        PendingConfig.ofCloudInit(
            rows(
                QemuCloudinitEntry::new,
                """
                [{"key":"ciuser","value":"ops","pending":"ops2"},{"key":"citype","value":"nocloud"},
                {"key":"cipassword","value":"**********"},{"key":"nameserver","value":"192.0.2.53"}]
                """));
    assertThat(config.now().options().ciuser()).isEqualTo("ops");
    assertThat(config.next().options().ciuser()).isEqualTo("ops2");
    assertThat(config.now().changesTo(config.next()).sets()).containsExactly("ciuser");
    assertThat(config)
        .asString()
        .contains("ciuser=ops2", "cipassword=***")
        .doesNotContain("**********");
  }
}
