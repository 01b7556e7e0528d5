package io.github.proxmoxmpc.simulator.internal.cluster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a volume that do not follow from its name.
 *
 * @param created when the volume was created, or null if it was there before the simulator started
 * @param notes the notes of a backup
 * @param isProtected whether a backup cannot be deleted
 * @param configuration the configuration of the guest in a backup, or null
 */
public record VolumeFacts(
    @Nullable Instant created, String notes, boolean isProtected, @Nullable String configuration) {
  /** The facts of a volume about which nothing is known. */
  public static final VolumeFacts UNKNOWN = new VolumeFacts(null, "", false, null);

  /** Returns the facts of a volume that is created now. */
  public static VolumeFacts createdAt(Instant now) {
    return new VolumeFacts(now, "", false, null);
  }

  /** Returns the facts of a backup that is created now. */
  public VolumeFacts withConfiguration(String text) {
    return new VolumeFacts(created, notes, isProtected, text);
  }

  /** Returns the same facts with other notes. */
  public VolumeFacts withNotes(String text) {
    return new VolumeFacts(created, text, isProtected, configuration);
  }

  /** Returns the same facts with another protection. */
  public VolumeFacts withProtection(boolean on) {
    return new VolumeFacts(created, notes, on, configuration);
  }
}
