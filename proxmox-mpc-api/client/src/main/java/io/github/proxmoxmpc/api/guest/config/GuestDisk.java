package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.property.DiskSize;
import io.github.proxmoxmpc.api.property.DiskSource;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import io.github.proxmoxmpc.api.value.DiskSlot;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A disk, drive, mount point or unused volume in a slot of a guest. Immutable and thread-safe.
 *
 * <pre>{@code
 * for (GuestDisk disk : pve.vm(100).config().disks().values()) {
 *   if (disk.options() instanceof Disk drive) {
 *     System.out.println(disk.slot() + ": " + drive.cache());
 *   }
 * }
 * }</pre>
 *
 * @param slot the slot
 * @param options its complete property string, in the type of the slot: {@link
 *     io.github.proxmoxmpc.api.format.Disk} on a bus of a VM, {@link
 *     io.github.proxmoxmpc.api.format.EfiDisk}, {@link io.github.proxmoxmpc.api.format.TpmState},
 *     {@link io.github.proxmoxmpc.api.format.UnusedDisk}; {@link
 *     io.github.proxmoxmpc.api.format.RootFs}, {@link io.github.proxmoxmpc.api.format.MountPoint},
 *     {@link io.github.proxmoxmpc.api.format.UnusedVolume} of a container
 */
public record GuestDisk(DiskSlot slot, TypedPropertyString options) {
  /** {@code drive_is_cloudinit} of PVE::QemuServer::Drive 9.2. */
  private static final Pattern CLOUD_INIT =
      Pattern.compile(".*[:/](?:vm-\\d+-)?cloudinit(?:\\.(?:raw|qcow2?|vmdk|qed|cloop))?");

  /** The purpose of a disk in a guest. */
  public enum Kind {
    /** A hard disk. */
    DISK,
    /** A CD-ROM drive, with or without a medium. */
    CDROM,
    /** A drive with the data of cloud-init; the server recreates its volume at each start. */
    CLOUD_INIT,
    /** The variables of the firmware. */
    EFI_VARIABLES,
    /** The state of the TPM. */
    TPM_STATE,
    /** The root file system of a container. */
    ROOT,
    /** A mount point of a container: a volume, or a device or directory of the host. */
    MOUNT_POINT,
    /** A volume that belongs to the guest but is not attached. */
    UNUSED
  }

  /** Returns the disks of a configuration whose options have these types. */
  static SortedMap<DiskSlot, GuestDisk> all(OptionTypes types, JsonObject config) {
    SortedMap<DiskSlot, GuestDisk> disks = new TreeMap<>();
    for (String key : config.names()) {
      Optional<DiskSlot> slot = DiskSlot.find(key);
      Decoder<?> type = types.of(key);
      if (slot.isPresent()
          && type != null
          && config.get(key) instanceof JsonString text
          && !text.value().isBlank()
          && type.read(text, key) instanceof TypedPropertyString options) {
        disks.put(slot.get(), new GuestDisk(slot.get(), options));
      }
    }
    return Collections.unmodifiableSortedMap(disks);
  }

  /** Returns the purpose of the disk. */
  public Kind kind() {
    return switch (slot.bus()) {
      case EFIDISK -> Kind.EFI_VARIABLES;
      case TPMSTATE -> Kind.TPM_STATE;
      case ROOTFS -> Kind.ROOT;
      case MP -> Kind.MOUNT_POINT;
      case UNUSED -> Kind.UNUSED;
      case IDE, SATA, SCSI, VIRTIO -> {
        if (CLOUD_INIT.matcher(source().toString()).matches()) {
          yield Kind.CLOUD_INIT;
        }
        boolean isCdrom =
            "cdrom".equals(options.get("media")) || source() instanceof DiskSource.Drive;
        yield isCdrom ? Kind.CDROM : Kind.DISK;
      }
    };
  }

  /** Returns the source of the disk, such as a volume or a device. */
  public DiskSource source() {
    String file = options.get("file");
    return DiskSource.read(
        file != null ? file : Objects.requireNonNullElse(options.get("volume"), ""));
  }

  /** Returns the volume; null if the source is of another kind, such as a path or a new volume. */
  public @Nullable VolumeId volume() {
    return source() instanceof DiskSource.Volume volume ? volume.id() : null;
  }

  /**
   * Returns the size that the server recorded; null if it recorded none.
   *
   * @throws MalformedResponseException if the value is not a size
   */
  public @Nullable DiskSize size() {
    String size = options.get("size");
    return size == null ? null : DiskSize.TYPE.read(new JsonString(size), slot + ".size");
  }

  /** Returns whether the guest would lose access to data if another disk took this slot. */
  boolean holdsData() {
    return switch (kind()) {
      case CDROM, CLOUD_INIT -> false;
      case DISK, EFI_VARIABLES, TPM_STATE, ROOT, UNUSED -> true;
      case MOUNT_POINT -> volume() != null;
    };
  }
}
