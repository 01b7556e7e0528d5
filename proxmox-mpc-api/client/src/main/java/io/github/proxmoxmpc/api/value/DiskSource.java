package io.github.proxmoxmpc.api.value;

import io.github.proxmoxmpc.api.message.Decoder;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind a disk or a mount point: a volume, a new volume, a path of the host, or the lack
 * of a medium. Immutable; it prints as it was written.
 */
public sealed interface DiskSource {
  /** How it is read from JSON. */
  Decoder<DiskSource> TYPE = Decoder.text("a volume or a path", DiskSource::parse);

  /**
   * A volume by its name: one that is there, such as {@code local-lvm:vm-100-disk-0} or {@code
   * local:iso/a.iso}, or {@code local-lvm:cloudinit}, which the server makes under a name of its
   * own.
   *
   * @param id the volume
   */
  record Volume(VolumeId id) implements DiskSource {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /**
   * A volume to be made, such as {@code local-lvm:32}.
   *
   * @param storage where
   * @param gibibytes its size in units of 2^30 bytes; 0 where the server knows better
   */
  record NewVolume(StorageId storage, BigDecimal gibibytes) implements DiskSource {
    @Override
    public String toString() {
      return storage + ":" + gibibytes.toPlainString();
    }
  }

  /**
   * A device or a directory of the host, such as {@code /dev/sdb}.
   *
   * @param path an absolute path
   */
  record HostPath(String path) implements DiskSource {
    /** Checks that the path is absolute. */
    public HostPath {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("'" + path + "' is not an absolute path");
      }
    }

    @Override
    public String toString() {
      return path;
    }
  }

  /** A drive for CD-ROMs without a volume in it. */
  enum Drive implements DiskSource {
    /** Empty. */
    NONE,
    /** The drive of the host. */
    CDROM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What none of the others is.
   *
   * @param text as it was written
   */
  record Other(String text) implements DiskSource {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A volume by its name. */
  static DiskSource of(VolumeId volume) {
    return new Volume(volume);
  }

  /** A volume of so many units of 2^30 bytes, to be made on a storage. */
  static DiskSource allocate(StorageId storage, long gibibytes) {
    return new NewVolume(storage, BigDecimal.valueOf(gibibytes));
  }

  /** A volume for the cloud-init drive, to be made on a storage. */
  static DiskSource cloudInit(StorageId storage) {
    return new Volume(VolumeId.of(storage + ":cloudinit"));
  }

  /** A device or a directory of the host. */
  static DiskSource path(String absolute) {
    return new HostPath(absolute);
  }

  /** The volume; null where it has no name yet, or is none. */
  default @Nullable VolumeId volume() {
    return this instanceof Volume volume ? volume.id() : null;
  }

  /** Reads any text. */
  static DiskSource parse(String text) {
    return DiskSourceParser.parse(text);
  }
}
