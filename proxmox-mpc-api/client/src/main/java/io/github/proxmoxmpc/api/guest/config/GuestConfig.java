package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.message.ApiRequest;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest: what those of a VM and of a container have in common. One immutable
 * value, whether it came from the API or from a file. Thread-safe.
 */
public abstract sealed class GuestConfig permits VmConfig, ContainerConfig {
  private final KeyRules rules;
  private final JsonObject raw;

  GuestConfig(KeyRules rules, ApiResult options) {
    this.rules = rules;
    this.raw = options.raw();
  }

  /** Every option, typed; and all that came, in its {@code raw()}. */
  public abstract ApiResult options();

  /** All that is plugged in, by its slot: disks and mount points, drives, and what is unused. */
  public final SortedMap<DiskSlot, GuestDisk> disks() {
    return GuestDisk.all(rules.same().types(), raw);
  }

  /** What is plugged in and of a kind. */
  public final SortedMap<DiskSlot, GuestDisk> disks(GuestDisk.Kind kind) {
    return ConfigValues.only(disks(), disk -> disk.kind() == kind);
  }

  final JsonObject after(ApiRequest changes) {
    return ConfigValues.apply(raw, changes.parameters().pairs());
  }

  final RequestedChange differenceTo(GuestConfig wanted) {
    return new Difference(rules, raw, wanted.raw).compute();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof GuestConfig that && that.options().equals(options());
  }

  @Override
  public final int hashCode() {
    return options().hashCode();
  }

  /** Returns the options as their result prints them: cut, and without secrets. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + options() + "]";
  }
}
