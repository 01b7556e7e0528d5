package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.property.DiskSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a request may put one disk in the place of another. */
final class DiskExchange {
  private DiskExchange() {}

  /** Why it may not; empty where it may. */
  static Optional<String> fault(GuestDisk before, GuestDisk after) {
    if (!before.source().equals(after.source())) {
      return before.holdsData()
          ? Optional.of(
              "holds "
                  + before.source()
                  + " and not "
                  + after.source()
                  + ": a configuration cannot exchange data. Move the disk, restore a backup, or take"
                  + " it out first and put the other in with a second change")
          : Optional.empty();
    }
    Optional<DiskSize> sizeBefore = size(before);
    Optional<DiskSize> sizeAfter = size(after);
    if (before.holdsData()
        && sizeBefore.isPresent()
        && sizeAfter.isPresent()
        && !sizeBefore.equals(sizeAfter)) {
      return Optional.of(
          "is "
              + sizeBefore.get()
              + " and not "
              + sizeAfter.get()
              + ": use PUT .../resize, which can only grow");
    }
    String version = before.options().get("version");
    boolean isTpm = before.kind() == GuestDisk.Kind.TPM_STATE;
    return isTpm && !isSame(version, after.options().get("version"))
        ? Optional.of("cannot change the version of its TPM once it is made")
        : Optional.empty();
  }

  // What an old hand wrote there and is no size is for the server to judge.
  private static Optional<DiskSize> size(GuestDisk disk) {
    try {
      return Optional.ofNullable(disk.size());
    } catch (MalformedResponseException e) {
      return Optional.empty();
    }
  }

  // Without a version it is 1.2 (PVE::QemuServer::Drive).
  private static boolean isSame(@Nullable String before, @Nullable String after) {
    return (before == null ? "v1.2" : before).equals(after == null ? "v1.2" : after);
  }
}
