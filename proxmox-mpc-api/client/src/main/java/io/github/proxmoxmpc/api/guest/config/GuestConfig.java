package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.message.ApiRequest;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of a guest, read from the API or from a file: the methods that VMs and
 * containers share. Immutable and thread-safe.
 */
public abstract sealed class GuestConfig permits VmConfig, ContainerConfig {
  private final KeyRules rules;
  private final JsonObject raw;

  GuestConfig(KeyRules rules, ApiResult options) {
    this.rules = rules;
    this.raw = options.raw();
  }

  /** Returns the typed options; {@code raw()} of the result has every field as it was read. */
  public abstract ApiResult options();

  /** Returns all disks, drives, mount points and unused volumes by slot. */
  public final SortedMap<DiskSlot, GuestDisk> disks() {
    return GuestDisk.all(rules.same().types(), raw);
  }

  /** Returns the disks of one kind by slot. */
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

  /** Returns the options as their result prints them: shortened, and without secrets. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + options() + "]";
  }
}
