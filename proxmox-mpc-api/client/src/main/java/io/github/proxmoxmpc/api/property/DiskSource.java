package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The source of a disk or a mount point: a volume, a new volume, a path of the host, or no medium.
 * Immutable; it prints as it was written.
 */
public sealed interface DiskSource {
  /** Reads it from JSON. */
  Decoder<DiskSource> TYPE = Decoder.text("a volume or a path", DiskSource::read);

  /**
   * A volume by its name: an existing one, such as {@code local-lvm:vm-100-disk-0} or {@code
   * local:iso/a.iso}, or {@code local-lvm:cloudinit}, for which the server chooses the name.
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
   * A volume to allocate, such as {@code local-lvm:32}.
   *
   * @param storage its storage
   * @param gibibytes its size in units of 2^30 bytes; 0 if the server decides
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

  /** A CD-ROM drive without a volume. */
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
   * A text of no other kind.
   *
   * @param text as it was written
   */
  record Other(String text) implements DiskSource {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Creates a source from a volume. */
  static DiskSource of(VolumeId volume) {
    return new Volume(volume);
  }

  /** Creates a source that allocates a volume, in units of 2^30 bytes. */
  static DiskSource allocate(StorageId storage, long gibibytes) {
    return new NewVolume(storage, BigDecimal.valueOf(gibibytes));
  }

  /** Creates a source that allocates the volume of a cloud-init drive. */
  static DiskSource cloudInit(StorageId storage) {
    return new Volume(VolumeId.of(storage + ":cloudinit"));
  }

  /** Creates a source from a device or a directory of the host. */
  static DiskSource path(String absolute) {
    return new HostPath(absolute);
  }

  /** Returns the volume; null if it has no name yet, or the source is not a volume. */
  default @Nullable VolumeId volume() {
    return this instanceof Volume volume ? volume.id() : null;
  }

  /** Reads a text as the server sent it; accepts every text. */
  static DiskSource read(String text) {
    return DiskSourceParser.parse(text);
  }
}
