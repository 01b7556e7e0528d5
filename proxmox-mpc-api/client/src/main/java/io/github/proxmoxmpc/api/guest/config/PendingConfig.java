package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcPendingEntry;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuCloudinitEntry;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPendingEntry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A guest's configuration as it holds now, and as it will hold: what a running guest does not take
 * at once is pending until its next start. Immutable and thread-safe.
 *
 * <pre>{@code
 * PendingConfig<VmConfig> config = pve.vm(100).pending();
 * System.out.println(config.now().changesTo(config.next()));
 * }</pre>
 *
 * @param now what holds
 * @param next what holds when nothing is pending any more
 * @param <C> {@link VmConfig} or {@link ContainerConfig}
 */
public record PendingConfig<C extends GuestConfig>(C now, C next) {
  /** Takes over what {@code GET /nodes/{node}/qemu/{vmid}/pending} answered. */
  public static PendingConfig<VmConfig> ofVm(List<QemuPendingEntry> options) {
    return of(options, values -> VmConfig.of(new QemuConfig(values)));
  }

  /** Takes over what {@code GET /nodes/{node}/lxc/{vmid}/pending} answered. */
  public static PendingConfig<ContainerConfig> ofContainer(List<LxcPendingEntry> options) {
    return of(options, values -> ContainerConfig.of(new LxcConfig(values)));
  }

  /**
   * Takes over what {@code GET /nodes/{node}/qemu/{vmid}/cloudinit} answered: what the drive of
   * cloud-init holds, and what it will hold when it is made anew. Of other options there is none.
   */
  public static PendingConfig<VmConfig> ofCloudInit(List<QemuCloudinitEntry> options) {
    return of(options, values -> VmConfig.of(new QemuConfig(values)));
  }

  /** The three answers have one form. */
  private static <C extends GuestConfig> PendingConfig<C> of(
      List<? extends ApiResult> options, Function<JsonObject, C> type) {
    JsonObject.Builder now = JsonObject.builder();
    JsonObject.Builder next = JsonObject.builder();
    for (ApiResult each : options) {
      QemuPendingEntry option = new QemuPendingEntry(each.raw());
      JsonValue value = option.raw().get("value");
      JsonValue pending = option.raw().get("pending");
      put(now, option.key(), value);
      if (!isDeleted(option)) {
        put(next, option.key(), pending == null ? value : pending);
      }
    }
    return new PendingConfig<>(type.apply(now.build()), type.apply(next.build()));
  }

  /** 1, or 2 where the deletion is forced (PVE::GuestHelpers::config_with_pending_array). */
  private static boolean isDeleted(QemuPendingEntry option) {
    Integer delete = option.delete();
    return delete != null && delete > 0;
  }

  private static void put(JsonObject.Builder values, String key, @Nullable JsonValue value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
