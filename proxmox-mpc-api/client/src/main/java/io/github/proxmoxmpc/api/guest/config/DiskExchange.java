package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.property.DiskSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks whether a request may replace one disk by another in the same slot. */
final class DiskExchange {
  private DiskExchange() {}

  /** Returns the reason why it may not; empty if it may. */
  static Optional<String> fault(GuestDisk before, GuestDisk after) {
    if (!before.source().equals(after.source())) {
      return before.holdsData()
          ? Optional.of(
              "holds "
                  + before.source()
                  + ", not "
                  + after.source()
                  + ": a change of the configuration does not move data. Move the disk, restore a"
                  + " backup, or detach the disk first and attach the other with a second change")
          : Optional.empty();
    }
    Optional<DiskSize> sizeBefore = size(before);
    Optional<DiskSize> sizeAfter = size(after);
    if (before.holdsData()
        && sizeBefore.isPresent()
        && sizeAfter.isPresent()
        && !sizeBefore.equals(sizeAfter)) {
      return Optional.of(
          "has "
              + sizeBefore.get()
              + ", not "
              + sizeAfter.get()
              + ": use PUT .../resize, which can only enlarge a disk");
    }
    String version = before.options().get("version");
    boolean isTpm = before.kind() == GuestDisk.Kind.TPM_STATE;
    return isTpm && !isSame(version, after.options().get("version"))
        ? Optional.of("cannot change the version of an existing TPM state")
        : Optional.empty();
  }

  // Old files may contain a malformed size. The server decides about it.
  private static Optional<DiskSize> size(GuestDisk disk) {
    try {
      return Optional.ofNullable(disk.size());
    } catch (MalformedResponseException e) {
      return Optional.empty();
    }
  }

  // The default version is 1.2 (PVE::QemuServer::Drive).
  private static boolean isSame(@Nullable String before, @Nullable String after) {
    return (before == null ? "v1.2" : before).equals(after == null ? "v1.2" : after);
  }
}
