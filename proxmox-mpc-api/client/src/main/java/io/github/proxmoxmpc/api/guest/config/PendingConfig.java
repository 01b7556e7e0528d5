package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuCloudinitEntry;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.result.PendingOption;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The current configuration of a guest, and the one after its pending changes. Changes that a
 * running guest cannot take over are pending until its next start. Immutable and thread-safe.
 *
 * <pre>{@code
 * PendingConfig<VmConfig> config = pve.vm(100).pending();
 * System.out.println(config.now().changesTo(config.next()));
 * }</pre>
 *
 * @param now the configuration that is in effect
 * @param next the configuration after all pending changes
 * @param <C> {@link VmConfig} or {@link ContainerConfig}
 */
public record PendingConfig<C extends GuestConfig>(C now, C next) {
  /** Creates the pair from the result of {@code GET /nodes/{node}/qemu/{vmid}/pending}. */
  public static PendingConfig<VmConfig> ofVm(List<PendingOption> options) {
    return of(options, values -> VmConfig.of(new QemuConfig(values)));
  }

  /** Creates the pair from the result of {@code GET /nodes/{node}/lxc/{vmid}/pending}. */
  public static PendingConfig<ContainerConfig> ofContainer(List<PendingOption> options) {
    return of(options, values -> ContainerConfig.of(new LxcConfig(values)));
  }

  /**
   * Creates the pair from the result of {@code GET /nodes/{node}/qemu/{vmid}/cloudinit}: the values
   * on the cloud-init drive, and those after the server recreates it. Other options are missing.
   */
  public static PendingConfig<VmConfig> ofCloudInit(List<QemuCloudinitEntry> options) {
    return of(options, values -> VmConfig.of(new QemuConfig(values)));
  }

  /** Reads the form that the three results share. */
  private static <C extends GuestConfig> PendingConfig<C> of(
      List<? extends ApiResult> options, Function<JsonObject, C> type) {
    JsonObject.Builder now = JsonObject.builder();
    JsonObject.Builder next = JsonObject.builder();
    for (ApiResult each : options) {
      PendingOption option = new PendingOption(each.raw());
      JsonValue value = option.raw().get("value");
      JsonValue pending = option.raw().get("pending");
      put(now, option.key(), value);
      if (!isDeleted(option)) {
        put(next, option.key(), pending == null ? value : pending);
      }
    }
    return new PendingConfig<>(type.apply(now.build()), type.apply(next.build()));
  }

  /** The value is 1, or 2 for a forced deletion (PVE::GuestHelpers::config_with_pending_array). */
  private static boolean isDeleted(PendingOption option) {
    Integer delete = option.delete();
    return delete != null && delete > 0;
  }

  private static void put(JsonObject.Builder values, String key, @Nullable JsonValue value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
