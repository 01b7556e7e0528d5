package io.github.proxmoxmpc.simulator.internal.volume;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the name of a volume states, after parse_volname of the plugins of pve-storage
 * 9.2.
 *
 * @param content the content type; a disk of a container is {@code images}, too
 * @param vmid the guest that owns the volume, or null
 * @param format the format of an image; {@code raw} for other files
 */
public record VolumeName(String content, @Nullable Integer vmid, String format) {
  private static final Pattern FILE_IMAGE =
      Pattern.compile("(?:\\d+/[^/\\s]+/)?(\\d+)/([^/\\s]+\\.(raw|qcow2|vmdk|subvol))");
  private static final Pattern ISO = Pattern.compile("iso/[^/]+\\.(?i:iso|img)");
  private static final Pattern TEMPLATE =
      Pattern.compile("vztmpl/[^/]+\\.(?i:tar(?:\\.(?:gz|xz|zst|bz2))?)");
  private static final Pattern BACKUP =
      Pattern.compile("backup/([^/]+\\.(?:tgz|(?:tar|vma)(?:\\.(?:gz|lzo|zst|bz2))?))");
  private static final Pattern BACKUP_OWNER =
      Pattern.compile("vzdump-(?:openvz|lxc|qemu)-(\\d+)-.+");
  private static final Pattern SNIPPET = Pattern.compile("snippets/[^/]+");
  private static final Pattern IMPORT =
      Pattern.compile("import/[ a-zA-Z0-9.+=_-]+\\.(ova|ovf|qcow2|raw|vmdk)(?:/.+)?");
  private static final Pattern DEVICE =
      Pattern.compile("(?:base(?:vol)?-\\d+-\\S+/)?(vm|base|subvol|basevol)-(\\d+)-\\S+");
  private static final Pattern SNAPSHOT =
      Pattern.compile("backup/(vm|ct|host)/([^/\\s]+)/\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  /**
   * Reads a name.
   *
   * @param type the type of the storage
   * @param name the part of the volume id after the storage
   * @return the facts, empty if the type has no such names
   */
  public static Optional<VolumeName> parse(String type, String name) {
    return switch (type) {
      case "dir", "nfs", "cifs", "cephfs", "btrfs" -> file(name);
      case "pbs" -> snapshot(name);
      case "iscsi", "iscsidirect" ->
          name.matches("\\d+\\.\\d+\\.\\d+\\.[^/\\s]+|lun\\d+")
              ? Optional.of(new VolumeName("images", null, "raw"))
              : Optional.empty();
      case "esxi" ->
          name.matches("[^/]+/[^/]+/.+")
              ? Optional.of(
                  new VolumeName(name.endsWith(".vmx") ? "import" : "images", null, "raw"))
              : Optional.empty();
      default -> device(name);
    };
  }

  /** Returns the refusal of a name that does not fit the type of the storage. */
  public static String complaint(String type, String name) {
    String kind =
        switch (type) {
          case "lvmthin" -> "lvm";
          case "zfspool" -> "zfs";
          case "pbs" -> "PBS";
          case "lvm", "rbd", "iscsi", "zfs" -> type;
          case "iscsidirect" -> "iscsi";
          default -> "directory";
        };
    return "unable to parse " + kind + " volume name '" + name + "'";
  }

  private static Optional<VolumeName> file(String name) {
    Matcher image = FILE_IMAGE.matcher(name);
    if (image.matches()) {
      return Optional.of(new VolumeName("images", Integer.valueOf(image.group(1)), image.group(3)));
    }
    Matcher backup = BACKUP.matcher(name);
    if (backup.matches()) {
      Matcher owner = BACKUP_OWNER.matcher(backup.group(1));
      Integer vmid = owner.matches() ? Integer.valueOf(owner.group(1)) : null;
      return Optional.of(new VolumeName("backup", vmid, "raw"));
    }
    Matcher imported = IMPORT.matcher(name);
    if (imported.matches()) {
      return Optional.of(new VolumeName("import", null, imported.group(1)));
    }
    if (ISO.matcher(name).matches()) {
      return Optional.of(new VolumeName("iso", null, "raw"));
    }
    if (TEMPLATE.matcher(name).matches()) {
      return Optional.of(new VolumeName("vztmpl", null, "raw"));
    }
    return SNIPPET.matcher(name).matches()
        ? Optional.of(new VolumeName("snippets", null, "raw"))
        : Optional.empty();
  }

  private static Optional<VolumeName> device(String name) {
    Matcher device = DEVICE.matcher(name);
    if (!device.matches()) {
      return Optional.empty();
    }
    boolean isDataset = device.group(1).endsWith("vol");
    String format = isDataset ? "subvol" : name.endsWith(".qcow2") ? "qcow2" : "raw";
    return Optional.of(new VolumeName("images", Integer.valueOf(device.group(2)), format));
  }

  private static Optional<VolumeName> snapshot(String name) {
    Matcher snapshot = SNAPSHOT.matcher(name);
    if (!snapshot.matches()) {
      return Optional.empty();
    }
    String id = snapshot.group(2);
    Integer vmid = id.matches("\\d{1,9}") ? Integer.valueOf(id) : null;
    return Optional.of(new VolumeName("backup", vmid, "pbs-" + snapshot.group(1)));
  }

  /**
   * Returns the format that a list of volumes shows.
   *
   * @param content the content type
   * @param path the part of the volume id after the storage
   */
  public static String listedFormat(String content, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return switch (content) {
      case "iso" -> "iso";
      case "snippets" -> "snippet";
      case "vztmpl" -> name.endsWith(".tar") ? "tar" : "t" + extension(name);
      case "backup" ->
          path.matches("backup/(?:vm|ct|host)/.+/.+")
              ? "pbs-" + path.split("/", -1)[1]
              : name.replaceFirst("^.*?\\.(tgz|(?:tar|vma)(?:\\.\\w+)?)$", "$1");
      case "import" -> extension(name);
      default -> VolumeCatalog.format(path);
    };
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
