package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import java.util.OptionalLong;

/**
 * One version of a guest.
 *
 * @param guest the guest
 * @param validFrom the number of the first revision with this version
 * @param validTo the number of the first revision without it; empty for the current version
 */
public record GuestVersion(GuestState guest, long validFrom, OptionalLong validTo) {
  static GuestVersion of(VmId vmid, VersionRow row) {
    String text = vmid.toString();
    GuestState guest =
        ResourceKind.ofColumn(row.kind()) == ResourceKind.VM
            ? ResourceCodec.vm(text, row.content())
            : ResourceCodec.container(text, row.content());
    return new GuestVersion(
        guest,
        row.validFrom(),
        row.validTo() == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(row.validTo()));
  }
}
