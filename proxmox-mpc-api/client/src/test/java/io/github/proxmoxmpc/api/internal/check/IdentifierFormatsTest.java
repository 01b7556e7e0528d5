package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.rest.identifier.HaResourceId;
import io.github.proxmoxmpc.api.rest.identifier.NetworkInterfaceName;
import io.github.proxmoxmpc.api.rest.identifier.ReplicationJobId;
import io.github.proxmoxmpc.api.rest.identifier.SdnFabricId;
import io.github.proxmoxmpc.api.rest.identifier.SdnPrefixListId;
import io.github.proxmoxmpc.api.rest.identifier.SdnRouteMapId;
import io.github.proxmoxmpc.api.value.GroupId;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.RealmId;
import io.github.proxmoxmpc.api.value.RoleId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.TokenId;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.api.value.VolumeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A name that its type takes is not refused by the request, nor the other way round. */
class IdentifierFormatsTest {
  private static final Map<String, Function<String, Object>> SAME =
      Map.ofEntries(
          Map.entry("pve-node", NodeName::of),
          Map.entry("pve-vmid", VmId::of),
          Map.entry("pve-storage-id", StorageId::of),
          Map.entry("pve-volume-id", VolumeId::of),
          Map.entry("pve-poolid", PoolId::of),
          Map.entry("pve-realm", RealmId::of),
          Map.entry("pve-userid", UserId::of),
          Map.entry("pve-tokenid", TokenId::of),
          Map.entry("pve-groupid", GroupId::of),
          Map.entry("pve-roleid", RoleId::of),
          Map.entry("pve-ha-resource-or-vm-id", HaResourceId::of),
          Map.entry("pve-sdn-prefix-list-id", SdnPrefixListId::of),
          Map.entry("pve-sdn-route-map-id", SdnRouteMapId::of));

  /** The schema has a pattern besides, which is part of the type and not of the format. */
  private static final Map<String, Function<String, Object>> NARROWER =
      Map.of(
          "pve-replication-job-id", ReplicationJobId::of,
          "pve-iface", NetworkInterfaceName::of,
          "pve-sdn-fabric-id", SdnFabricId::of);

  @Test
  void theTypeAndTheFormatAcceptTheSameTexts() {
    List<String> apart = new ArrayList<>();
    SAME.forEach(
        (format, type) -> {
          for (String text : texts()) {
            if (isTaken(text, type) != isOfFormat(text, format)) {
              apart.add(format + ": '" + text + "'");
            }
          }
        });
    assertThat(apart).isEmpty();
  }

  @Test
  void theFormatAcceptsEveryTextOfTheType() {
    List<String> apart = new ArrayList<>();
    NARROWER.forEach(
        (format, type) -> {
          for (String text : texts()) {
            if (isTaken(text, type) && !isOfFormat(text, format)) {
              apart.add(format + ": '" + text + "'");
            }
          }
        });
    assertThat(apart).isEmpty();
  }

  private static List<String> texts() {
    List<String> texts =
        new ArrayList<>(List.of("", " ", "/", ":", "@", "!", "x", "1", "-", "\u00a0"));
    for (String head :
        List.of("a", "A1", "pve-1", "1a", "100", "0100", "vm:100", "ü", "a_b", "-a")) {
      for (String tail :
          List.of(
              "", "1", "-", ".b", "_", "/b", "/b/c/d", ":b", "@pam", "@p", "@a@b", " ", "@pve!ci",
              "-0")) {
        texts.add(head + tail);
      }
    }
    for (int length : List.of(8, 9, 20, 21, 32, 33, 60, 61)) {
      texts.add("a".repeat(length));
      texts.add("a".repeat(length) + "@pve");
      texts.add("user@" + "a".repeat(length));
    }
    return texts;
  }

  private static boolean isTaken(String text, Function<String, Object> type) {
    try {
      return type.apply(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isOfFormat(String text, String format) {
    return Objects.requireNonNull(Formats.named(format)).accepts(text);
  }
}
