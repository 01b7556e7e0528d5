package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.terraform.UnsupportedFeature.Finding;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import java.util.ArrayList;
import java.util.List;

/** What the provider cannot read in a virtual machine (0.112.0). */
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

  static final List<UnsupportedFeature> ROWS =
      List.of(
          GuestUnsupportedFeatures.NODE_DOES_NOT_ANSWER,
          UnsupportedFeature.forEach(
              KeyPattern.of("migrate_downtime"),
              "the server answers it as a text, and the provider wants a number",
              "delete it: qm set ID --delete migrate_downtime"),
          UnsupportedFeature.forEach(
              KeyPattern.of("cpu").that("(empty) cpu", (guest, key) -> "".equals(guest.text(key))),
              "it is empty",
              "delete it: qm set ID --delete cpu"),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.DRIVES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.NETS),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.PCI_DEVICES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.SHARES),
          GuestUnsupportedFeatures.quotes(VmKeyPatterns.IP_CONFIGS),
          UnsupportedFeature.forEach(
              VmKeyPatterns.SHARES_WITH_ACL.that(
                  "(without attributes) virtiofs[n]",
                  (guest, key) -> {
                    String attributes = guest.part(key, "expose-xattr");
                    return attributes != null && !attributes.equals("1");
                  }),
              "expose-acl=1 and expose-xattr=0 contradict each other",
              "drop expose-xattr=0"),
          new UnsupportedFeature(
              "(unreachable) ide|sata|scsi|virtio[n]", VmUnsupportedFeatures::unreachableDisks),
          new UnsupportedFeature(
              "(unreachable) efidisk0", VmUnsupportedFeatures::unreachableEfiDisk),
          UnsupportedFeature.forEach(
              KeyPattern.of("efidisk0")
                  .that(
                      "(without storage) efidisk0",
                      (guest, key) ->
                          guest.part(key, "format") == null && !guest.volume(key).contains(":")),
              "the provider asks a storage for its format, and finds none in it",
              "name the volume first, as STORAGE:VOLUME, or make the disk anew on a storage"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.NUMA_BARE.that(
                  "(fraction) numa[n].memory",
                  (guest, key) -> {
                    String memory = guest.part(key, "memory");
                    return memory != null
                        && Conversion.WHOLE_NUMBER.reader().read(memory) instanceof Reading.Failure;
                  }),
              "the provider reads whole numbers of MiB only",
              "round its memory to a whole number"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.DISKS.that(
                  "(device with a colon) ide|sata|scsi|virtio[n]",
                  (guest, key) -> guest.volume(key).startsWith("/") && asksStorage(guest, key)),
              "the provider takes what stands before the colon of the device's path for a storage",
              "name the device by a path without a colon"),
          UnsupportedFeature.forEach(
              VmKeyPatterns.CLOUD_INIT.that(
                  "(without storage) ide|sata|scsi[n]",
                  (guest, key) -> !guest.volume(key).contains(":")),
              "the provider looks for the storage of the cloud-init drive",
              "make the drive anew on a storage"),
          new UnsupportedFeature(
              "(numbers of other drives) ide|sata|scsi[n]", VmUnsupportedFeatures::numbers));

  private VmUnsupportedFeatures() {}

  private static List<Finding> unreachableDisks(GuestView guest) {
    List<Finding> findings = new ArrayList<>();
    for (String key : guest.keys(VmKeyPatterns.DISKS)) {
      if (!guest.volume(key).startsWith("/") && asksStorage(guest, key)) {
        findings.addAll(unreachable(guest, key));
      }
    }
    return findings;
  }

  private static List<Finding> unreachableEfiDisk(GuestView guest) {
    return guest.volume("efidisk0").contains(":") && guest.part("efidisk0", "format") == null
        ? unreachable(guest, "efidisk0")
        : List.of();
  }

  private static List<Finding> unreachable(GuestView guest, String key) {
    String volume = guest.volume(key);
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
                "the provider asks the storage '"
                    + name
                    + "' for the format, and it is not"
                    + " reachable on node "
                    + guest.guest().node(),
                "bring the storage back and generate again"));
  }

  /** Whether the format of a drive is said neither by itself nor by its volume's extension. */
  private static boolean asksStorage(GuestView guest, String key) {
    ProviderPropertyString drive = guest.parts(key);
    String bare = drive.bare() == null ? "" : drive.bare();
    return guest.volume(key).contains(":")
        && drive.named().get("format") == null
        && Conversion.EXTENSION.reader().read(bare).equals(Reading.text(""));
  }

  /** CD-ROMs and cloud-init drives are decoded like disks, though little of them is kept. */
  private static List<Finding> numbers(GuestView guest) {
    List<Finding> findings = new ArrayList<>();
    for (String key : guest.keys(VmKeyPatterns.DRIVES)) {
      if (VmKeyPatterns.DISKS.holds(guest, key)) {
        continue;
      }
      for (String part : WHOLE_NUMBERS) {
        check(guest, key, part, Conversion.WHOLE_NUMBER, findings);
      }
      check(guest, key, "size", Conversion.GIBIBYTES, findings);
    }
    return findings;
  }

  private static void check(
      GuestView guest, String key, String part, Conversion conversion, List<Finding> findings) {
    String text = guest.part(key, part);
    if (text != null && conversion.reader().read(text) instanceof Reading.Failure failure) {
      findings.add(new Finding(key + "." + part, failure.reason(), "change it on the server"));
    }
  }
}
