package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.internal.check.RequestRules;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfigPutRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import io.github.proxmoxmpc.api.value.PropertyString;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether the server keeps a value in the file of a guest, and how it converts the value.
 *
 * <p>In the file of a VM, the server drops a line whose value breaks its type or its format ({@code
 * check_type} and {@code parse_vm_config} of PVE::QemuServer 9.2). In the file of a container, it
 * only warns ({@code parse_pct_config} of PVE::LXC::Config 9.2). In both, it converts words for
 * true and false, and whole numbers with leading zeros.
 */
enum GuestValues {
  /** Values of a VM. */
  VM {
    @Override
    @Nullable String fault(String key, String value) {
      if (UNCHECKED.contains(key)) {
        return null;
      }
      String fault = Rules.VM.storedFault(key, value);
      return fault == null && DRIVE.matcher(key).matches() ? driveFault(value) : fault;
    }

    @Override
    String served(String key, String value) {
      if (UNCHECKED.contains(key)) {
        return value;
      }
      boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      return isQuoted && Rules.VM.isPlainText(key)
          ? value.substring(1, value.length() - 1)
          : Rules.VM.stored(key, value);
    }
  },
  /** Values of a container. */
  CONTAINER {
    @Override
    @Nullable String fault(String key, String value) {
      return null;
    }

    @Override
    String served(String key, String value) {
      return Rules.CONTAINER.stored(key, value);
    }
  };

  /** The parser of a VM has special patterns for these keys. */
  private static final Set<String> UNCHECKED = Set.of("args", "delete", "description", "snapstate");

  private static final Pattern DRIVE = Pattern.compile("(?:ide|scsi|virtio|sata)\\d+|cdrom");

  /** Loaded with the first value, because the rules of a guest are large. */
  private static final class Rules {
    static final RequestRules VM =
        Objects.requireNonNull(QemuConfigPutRequest.builder().unchecked().build().rules());
    static final RequestRules CONTAINER =
        Objects.requireNonNull(LxcConfigPutRequest.builder().unchecked().build().rules());
  }

  /** Returns why the server drops the line; null if it keeps it. Shows no value. */
  abstract @Nullable String fault(String key, String value);

  /** Returns the value in the spelling of the API. */
  abstract String served(String key, String value);

  /** As filename_to_volume_id of PVE::QemuServer: the only paths of a drive are devices. */
  private static @Nullable String driveFault(String value) {
    String file = PropertyString.parse(value).getOrBare("file");
    boolean isDropped =
        file != null
            && file.startsWith("/")
            && !(file.startsWith("/dev/") && file.length() > "/dev/".length())
            && file.indexOf(':') < 0;
    return isDropped ? "must name a volume or a path below /dev/" : null;
  }
}
