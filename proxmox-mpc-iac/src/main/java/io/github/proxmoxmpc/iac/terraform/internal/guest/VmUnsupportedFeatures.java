package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.Conversion;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedValue;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.KeyPattern;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ProviderPropertyString;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.ResourceView;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.UnsupportedFeature.Finding;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Features of a VM that the provider cannot read (0.112.0). */
final class VmUnsupportedFeatures {
  private static final List<String> WHOLE_NUMBERS =
      List.of(
          "mbps_rd",
          "mbps_rd_max",
          "mbps_wr",
          "mbps_wr_max",
          "iops_rd",
          "iops_rd_max",
          "iops_wr",
          "iops_wr_max",
          "queues");

  static final List<UnsupportedFeature<GuestView>> ALL =
      List.of(
          GuestUnsupportedFeatures.NODE_DOES_NOT_ANSWER,
          UnsupportedFeature.forEach(
              KeyPattern.of("migrate_downtime"),
              "the server returns it as a string, and the provider expects a number",
              "delete it: qm set {id} --delete migrate_downtime"),
          UnsupportedFeature.forEach(
              KeyPattern.of("cpu").where("(empty) cpu", (guest, key) -> "".equals(guest.text(key))),
              "it is empty",
              "delete it: qm set {id} --delete cpu"),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.DRIVES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.NETS),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.PCI_DEVICES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.SHARES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.IP_CONFIGS),
          UnsupportedFeature.forEach(
              VmKeyPatterns.SHARES_WITH_ACL.where(
                  "(without attributes) virtiofs[n]",
                  (guest, key) -> {
                    String attributes = guest.property(key, "expose-xattr");
                    return attributes != null && !attributes.equals("1");
                  }),
              "expose-acl=1 and expose-xattr=0 contradict each other",
              "remove expose-xattr=0"),
          new UnsupportedFeature<>(
              "(unreachable) ide|sata|scsi|virtio[n]", VmUnsupportedFeatures::unreachableDisks),
          new UnsupportedFeature<>(
              "(unreachable) efidisk0", VmUnsupportedFeatures::unreachableEfiDisk),
          new UnsupportedFeature<>(
              "(missing volume) ide|sata|scsi|virtio[n]", VmUnsupportedFeatures::missingDisks),
          new UnsupportedFeature<>(
              "(missing volume) efidisk0", VmUnsupportedFeatures::missingEfiDisk),
          UnsupportedFeature.forEach(
              KeyPattern.of("efidisk0")
                  .where(
                      "(without storage) efidisk0",
                      (guest, key) ->
                          guest.property(key, "format") == null
                              && !GuestView.volume(guest, key).contains(":")),
              "the provider reads the format from the storage, but the value names no storage",
              "put the volume first, as STORAGE:VOLUME, or create the disk again on a storage"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.NUMA_BARE.where(
                  "(fraction) numa[n].memory",
                  (guest, key) -> {
                    String memory = guest.property(key, "memory");
                    return memory != null
                        && Conversion.WHOLE_NUMBER.decode(memory) instanceof DecodedValue.Failure;
                  }),
              "the provider reads only whole numbers of MiB",
              "round its memory to a whole number"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.DISKS.where(
                  "(device with a colon) ide|sata|scsi|virtio[n]",
                  (guest, key) ->
                      GuestView.volume(guest, key).startsWith("/") && asksStorage(guest, key)),
              "the provider takes the text before the colon in the device's path for a storage",
              "use a path of the device without a colon"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.CLOUD_INIT.where(
                  "(without storage) ide|sata|scsi[n]",
                  (guest, key) -> !GuestView.volume(guest, key).contains(":")),
              "the provider needs the storage of the cloud-init drive, but the value names none",
              "create the drive again on a storage"),
          new UnsupportedFeature<>(
              "(numbers of other drives) ide|sata|scsi[n]", VmUnsupportedFeatures::numbers));

  private VmUnsupportedFeatures() {}

  private static List<Finding> unreachableDisks(GuestView guest) {
    List<Finding> findings = new ArrayList<>();
    for (String key : guest.keys(VmKeyPatterns.DISKS)) {
      if (!GuestView.volume(guest, key).startsWith("/") && asksStorage(guest, key)) {
        findings.addAll(unreachable(guest, key));
      }
    }
    return findings;
  }

  private static List<Finding> unreachableEfiDisk(GuestView guest) {
    return GuestView.volume(guest, "efidisk0").contains(":")
            && guest.property("efidisk0", "format") == null
        ? unreachable(guest, "efidisk0")
        : List.of();
  }

  private static List<Finding> missingDisks(GuestView guest) {
    return guest.keys(VmKeyPatterns.DISKS).stream()
        .filter(key -> asksStorage(guest, key))
        .flatMap(key -> missing(guest, key).stream())
        .toList();
  }

  private static List<Finding> missingEfiDisk(GuestView guest) {
    return guest.property("efidisk0", "format") == null ? missing(guest, "efidisk0") : List.of();
  }

  private static List<Finding> missing(GuestView guest, String key) {
    String volume = GuestView.volume(guest, key);
    boolean isMissing = guest.guest() instanceof VmState vm && vm.missingVolumes().contains(volume);
    return isMissing
        ? List.of(
            new Finding(
                key,
                "the provider reads the format of volume '"
                    + volume
                    + "' from its storage, which does not return this volume",
                "restore the volume or detach the disk, sync and generate again"))
        : List.of();
  }

  private static List<Finding> unreachable(GuestView guest, String key) {
    String volume = GuestView.volume(guest, key);
    String name = volume.substring(0, Math.max(0, volume.indexOf(':')));
    boolean reachable =
        guest
            .storage(name)
            .map(StorageState::availableOn)
            .map(nodes -> nodes.contains(guest.guest().node()))
            .orElse(true);
    return reachable
        ? List.of()
        : List.of(
            new Finding(
                key,
                "the provider reads the format from the storage '"
                    + name
                    + "', which is not"
                    + " reachable on node "
                    + guest.guest().node(),
                "restore the storage, sync and generate again"));
  }

  /** Returns whether neither the drive nor the extension of its volume tells the format. */
  private static boolean asksStorage(ResourceView guest, String key) {
    ProviderPropertyString drive = guest.propertyString(key);
    String bare = drive.bare() == null ? "" : drive.bare();
    return GuestView.volume(guest, key).contains(":")
        && drive.named().get("format") == null
        && Conversion.EXTENSION.decode(bare).equals(DecodedValue.text(""));
  }

  /** Checks CD-ROM and cloud-init drives, which the provider decodes like disks. */
  private static List<Finding> numbers(GuestView guest) {
    List<Finding> findings = new ArrayList<>();
    for (String key : guest.keys(VmKeyPatterns.DRIVES)) {
      if (VmKeyPatterns.DISKS.matches(guest, key)) {
        continue;
      }
      for (String part : WHOLE_NUMBERS) {
        findings.addAll(
            misread(key + "." + part, guest.property(key, part), Conversion.WHOLE_NUMBER));
      }
      findings.addAll(misread(key + ".size", guest.property(key, "size"), Conversion.GIBIBYTES));
    }
    return findings;
  }

  private static List<Finding> misread(String name, @Nullable String text, Conversion conversion) {
    return text != null && conversion.decode(text) instanceof DecodedValue.Failure failure
        ? List.of(new Finding(name, failure.reason(), "change it on the server"))
        : List.of();
  }
}
