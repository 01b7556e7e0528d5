package io.github.proxmoxmpc.api.property;

import io.github.proxmoxmpc.api.property.DiskSource.Drive;
import io.github.proxmoxmpc.api.property.DiskSource.HostPath;
import io.github.proxmoxmpc.api.property.DiskSource.NewVolume;
import io.github.proxmoxmpc.api.property.DiskSource.Other;
import io.github.proxmoxmpc.api.property.DiskSource.Volume;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a {@link DiskSource}. */
final class DiskSourceParser {
  // PVE::QemuServer::Drive, $NEW_DISK_RE
  private static final Pattern NEW = Pattern.compile("([^/:\\s]+):(\\d+(?:\\.\\d+)?)");

  private DiskSourceParser() {}

  static DiskSource parse(String text) {
    if (text.startsWith("/")) {
      return new HostPath(text);
    }
    for (Drive drive : Drive.values()) {
      if (drive.toString().equals(text)) {
        return drive;
      }
    }
    try {
      Matcher fresh = NEW.matcher(text);
      return fresh.matches()
          ? new NewVolume(StorageId.of(fresh.group(1)), new BigDecimal(fresh.group(2)))
          : new Volume(VolumeId.of(text));
    } catch (IllegalArgumentException e) {
      return new Other(text);
    }
  }
}
