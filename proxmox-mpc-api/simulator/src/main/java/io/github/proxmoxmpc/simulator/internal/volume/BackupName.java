package io.github.proxmoxmpc.simulator.internal.volume;

import io.github.proxmoxmpc.simulator.internal.config.GuestKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a backup in the scheme of vzdump, {@code
 * backup/vzdump-qemu-100-2026_11_22-02_21_33.vma.zst}. The times of the simulated nodes are UTC.
 *
 * @param kind the kind of the guest
 * @param vmid the id of the guest
 * @param time when the backup was made
 */
public record BackupName(GuestKind kind, int vmid, Instant time) {
  private static final Pattern STANDARD =
      Pattern.compile(
          "backup/vzdump-(lxc|qemu)-([1-9]\\d{2,8})-(\\d{4}_\\d\\d_\\d\\d-\\d\\d_\\d\\d_\\d\\d)"
              + "\\.(?:tgz|(?:tar|vma)(?:\\.(?:gz|lzo|zst|bz2))?)");
  private static final Pattern SNAPSHOT =
      Pattern.compile("backup/(ct|vm)/(\\d{1,9})/(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ)");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy_MM_dd-HH_mm_ss", Locale.ROOT);

  /** Reads the part of a volume id after the storage, empty if it is not a standard name. */
  public static Optional<BackupName> of(String path) {
    try {
      Matcher standard = STANDARD.matcher(path);
      if (standard.matches()) {
        Instant time = LocalDateTime.parse(standard.group(3), TIME).toInstant(ZoneOffset.UTC);
        return Optional.of(named(standard, time));
      }
      Matcher snapshot = SNAPSHOT.matcher(path);
      return snapshot.matches()
          ? Optional.of(named(snapshot, Instant.parse(snapshot.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static BackupName named(Matcher name, Instant time) {
    boolean isContainer = name.group(1).equals("lxc") || name.group(1).equals("ct");
    return new BackupName(
        isContainer ? GuestKind.CONTAINER : GuestKind.VM, Integer.parseInt(name.group(2)), time);
  }

  /** Returns whether a backup is one of a container. */
  public static boolean isOfContainer(String path) {
    return path.contains("vzdump-lxc-") || path.startsWith("backup/ct/");
  }

  /**
   * Returns the name of a backup.
   *
   * @param type the type of the storage
   * @param extension the suffix with its dot, {@code .vma.zst}; unused on a backup server
   */
  public String path(String type, String extension) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    if (type.equals("pbs")) {
      String group = kind == GuestKind.VM ? "vm" : "ct";
      return "backup/"
          + group
          + "/"
          + vmid
          + "/"
          + DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).format(local);
    }
    return "backup/vzdump-" + kind.path() + "-" + vmid + "-" + TIME.format(local) + extension;
  }
}
