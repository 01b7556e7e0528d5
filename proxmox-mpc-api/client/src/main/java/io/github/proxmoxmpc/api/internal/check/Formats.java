package io.github.proxmoxmpc.api.internal.check;

import static io.github.proxmoxmpc.api.internal.check.Format.matching;

import io.github.proxmoxmpc.api.internal.wire.SplitList;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The named formats of the server (PVE::JSONSchema and the modules that register their own).
 *
 * <p>Each is as strict as the server and no stricter. Three ask the server's own files and its
 * release, so only what can never be right there is refused: a {@code pve-ct-timezone} that no
 * zone.tab can hold, a {@code pve-fw-protocol-spec} that no /etc/protocols can, and a {@code
 * pve-priv} that has not the form of one. Left to it are {@code string}, which every text is, and
 * {@code pve-sdn-fabric-wireguard-interface}, a property string whose keys lie in compiled code.
 */
final class Formats {
  private static final String LIST = "-list";
  private static final String OPTIONAL = "-opt";

  private static final Map<String, Format> KNOWN = new HashMap<>();

  static {
    KNOWN.putAll(AddressFormats.ALL);
    KNOWN.putAll(ConfigFormats.ALL);
    KNOWN.putAll(FirewallFormats.ALL);
    know("pve-node", Format.of("a node name", NodeName::of));
    know("pve-vmid", Format.of("a guest id of 100 to 999999999", VmId::of));
    know(
        "pve-configid",
        matching("a letter followed by letters, digits, '_' and '-'", "(?i)[a-z][a-z0-9_-]+"));
    know("pve-storage-id", Format.of("a storage id", StorageId::of));
    know("pve-volume-id", Format.of("a volume id such as local:iso/a.iso", VolumeId::of));
    know("pve-poolid", Format.of("a pool id", PoolId::of));
    know("pve-realm", Format.of("a realm", RealmId::of));
    know("pve-userid", Format.of("a user such as name@realm", UserId::of));
    know("pve-tokenid", Format.of("a token such as name@realm!token", TokenId::of));
    know("pve-groupid", Format.of("letters, digits, '.', '-' and '_'", GroupId::of));
    know("pve-roleid", Format.of("letters, digits, '.', '-' and '_'", RoleId::of));
    // PVE::AccessControl: each is of a kind of object and a right, or a right in a group of rights.
    know("pve-priv", matching("a privilege such as VM.Audit", "[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)+"));
    know("ldap-simple-attr", matching("letters and digits", "[a-zA-Z0-9]+"));
    know("urlencoded", matching("percent-encoded text", "[-%a-zA-Z0-9_.!~*'()]*"));
    // PVE::JSONSchema::pve_verify_tfa_secret
    know(
        "pve-tfa-secret",
        matching(
            "16 digits of base32 or 40 hexadecimal ones, or more behind v2- and v2-0x",
            "v2-0x[0-9a-fA-F]{16,128}|v2-[A-Z2-7=]{16,128}|[A-Z2-7=]{16}|[A-Fa-f0-9]{40}"));
    know("storage-pair", new Format("a storage id, two parted by a colon, or 1", Formats::isPair));
    know(
        "bridge-pair",
        new Format("a bridge, two parted by a colon, or 1", t -> isPairOf("pve-bridge-id", t)));
    know("pve-command-batch", new Format("a JSON list", Formats::isJsonList));
    know("pem-string", new Format("one block of PEM", text -> Pem.isBlock(text)));
    know("pem-certificate", new Format("a certificate as PEM", text -> Pem.isCertificate(text)));
    know(
        "pem-certificate-chain",
        new Format("one or more certificates as PEM", text -> Pem.isChain(text)));
  }

  private Formats() {}

  private static void know(String name, Format format) {
    KNOWN.put(name, format);
  }

  /** Whether a format is a list in one text. */
  static boolean isList(String name) {
    return name.endsWith(LIST);
  }

  /** A format by its name; {@code -list} and {@code -opt} are understood; null where unknown. */
  static @Nullable Format named(String name) {
    Format known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    if (isList(name)) {
      Format element = named(name.substring(0, name.length() - LIST.length()));
      return element == null
          ? null
          : new Format(
              "a list of which each is " + element.expected(),
              text -> SplitList.ofSent(text).allMatch(element::accepts));
    }
    if (name.endsWith(OPTIONAL)) {
      Format element = named(name.substring(0, name.length() - OPTIONAL.length()));
      return element == null
          ? null
          : new Format(
              element.expected() + ", or empty",
              text -> text.isEmpty() || text.equals("0") || element.accepts(text));
    }
    return null;
  }

  private static boolean isPair(String text) {
    return isPairOf("pve-storage-id", text);
  }

  /** As PVE::JSONSchema::parse_idmap, one entry; it takes 0 for none. */
  private static boolean isPairOf(String element, String text) {
    Format each = KNOWN.get(element);
    String[] ends = text.split(":", -1);
    return text.matches("[01]")
        || (each != null && ends.length <= 2 && Arrays.stream(ends).allMatch(each::accepts));
  }

  private static boolean isJsonList(String text) {
    try {
      return JsonValue.parse(text) instanceof JsonArray;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
