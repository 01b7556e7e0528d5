package io.github.proxmoxmpc.simulator.internal.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A type of storages, as its plugin in pve-storage 9.2 declares it.
 *
 * @param name the name, {@code lvmthin}
 * @param contents the content types that it can hold
 * @param defaultContent the content types that a storage holds if it does not set them
 * @param formats the formats of images, the default first
 * @param options the options by name
 */
public record StorageType(
    String name,
    Set<String> contents,
    String defaultContent,
    List<String> formats,
    Map<String, Option> options) {
  private static final String FILES = "images rootdir vztmpl iso backup snippets import";
  private static final String DIRECTORY =
      "path! content-dirs nodes disable prune-backups max-protected-backups content format mkdir"
          + " create-base-path create-subdirs bwlimit ";
  private static final String ISCSI = "portal! target! nodes disable content bwlimit";

  private static final Map<String, StorageType> ALL =
      List.of(
              type(
                  "dir",
                  FILES + " none",
                  "images,rootdir",
                  "raw qcow2 subvol vmdk",
                  DIRECTORY + "shared is_mountpoint preallocation snapshot-as-volume-chain="),
              type(
                  "btrfs",
                  FILES + " none",
                  "images,rootdir",
                  "raw subvol",
                  "path! nodes shared disable prune-backups max-protected-backups content format"
                      + " is_mountpoint nocow mkdir create-base-path create-subdirs preallocation"),
              type(
                  "nfs",
                  FILES,
                  "images",
                  "raw qcow2 vmdk",
                  DIRECTORY + "server! export! options preallocation snapshot-as-volume-chain="),
              type(
                  "cifs",
                  FILES,
                  "images",
                  "raw qcow2 vmdk",
                  DIRECTORY
                      + "server! share! subdir username password? domain smbversion options"
                      + " preallocation snapshot-as-volume-chain="),
              type(
                  "cephfs",
                  "vztmpl iso backup snippets import",
                  "backup",
                  "raw",
                  DIRECTORY + "monhost subdir options username fuse keyring? fs-name"),
              type(
                  "pbs",
                  "backup none",
                  "backup",
                  "raw",
                  "server! datastore! namespace port nodes disable content username password?"
                      + " encryption-key? master-pubkey? prune-backups max-protected-backups"
                      + " fingerprint"),
              type(
                  "lvm",
                  "images rootdir",
                  "images",
                  "raw qcow2",
                  "vgname! nodes shared disable saferemove saferemove-stepsize"
                      + " saferemove_throughput content base= tagged_only bwlimit"
                      + " snapshot-as-volume-chain"),
              type(
                  "lvmthin",
                  "images rootdir",
                  "images,rootdir",
                  "raw",
                  "thinpool! vgname! nodes disable content bwlimit"),
              type(
                  "zfspool",
                  "images rootdir",
                  "images,rootdir",
                  "raw subvol",
                  "pool! blocksize sparse nodes disable content bwlimit mountpoint"),
              type(
                  "rbd",
                  "images rootdir",
                  "images",
                  "raw",
                  "nodes disable monhost pool data-pool namespace username content krbd keyring?"
                      + " bwlimit"),
              type(
                  "zfs",
                  "images",
                  "images",
                  "raw",
                  "nodes disable portal! target! pool! blocksize! iscsiprovider! nowritecache"
                      + " sparse comstar_hg comstar_tg lio_tpg content bwlimit zfs-base-path"),
              type("iscsi", "images none", "images", "raw", ISCSI),
              type("iscsidirect", "images none", "images", "raw", ISCSI),
              type(
                  "esxi",
                  "import",
                  "import",
                  "raw qcow2 vmdk",
                  "nodes shared disable content server+ username+ password?"
                      + " skip-cert-verification port"))
          .stream()
          .collect(Collectors.toUnmodifiableMap(StorageType::name, type -> type));

  /**
   * An option of a type.
   *
   * @param required whether a storage must have it
   * @param fixed whether it cannot change
   * @param secret whether the server keeps it apart from the configuration
   */
  public record Option(boolean required, boolean fixed, boolean secret) {}

  /** Returns the type with this name. A type that the server does not have holds files. */
  public static StorageType of(String name) {
    StorageType type = ALL.get(name);
    return type == null ? type(name, FILES, "images,rootdir", "raw qcow2", DIRECTORY) : type;
  }

  /** Returns whether storages of this type keep files in a directory. */
  public boolean hasDirectory() {
    return options.containsKey("path");
  }

  /** Returns whether all nodes see the same volumes on any storage of this type. */
  public boolean isAlwaysShared() {
    return !options.containsKey("shared") && !Set.of("lvmthin", "zfspool").contains(name);
  }

  /** Returns whether one uses existing volumes and cannot create any. */
  public boolean selectsExisting() {
    return name.startsWith("iscsi");
  }

  // ! required and fixed, = fixed, + required, ? secret.
  private static StorageType type(
      String name, String contents, String defaultContent, String formats, String options) {
    Map<String, Option> all = new TreeMap<>();
    for (String word : options.split(" ", -1)) {
      String option = word.replaceFirst("[!=+?]$", "");
      String mark = word.substring(option.length());
      all.put(
          option,
          new Option(
              mark.equals("!") || mark.equals("+"),
              mark.equals("!") || mark.equals("="),
              mark.equals("?")));
    }
    return new StorageType(
        name,
        new TreeSet<>(Arrays.asList(contents.split(" ", -1))),
        defaultContent,
        List.of(formats.split(" ", -1)),
        all);
  }
}
