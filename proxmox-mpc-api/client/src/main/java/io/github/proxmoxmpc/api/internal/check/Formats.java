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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The named formats of the server (PVE::JSONSchema and the modules that register their own).
 *
 * <p>Each is as strict as the server, and not stricter. Some depend on files or on the release of
 * the server: time zones, protocols, names of ports, and privileges. They reject only values that
 * no server accepts. Two formats are unchecked: {@code string}, which accepts every text, and
 * {@code pve-sdn-fabric-wireguard-interface}, a property string whose keys are defined in compiled
 * code.
 */
final class Formats {
  private static final String LIST = "-list";
  private static final String OPTIONAL = "-opt";

  private static final List<Function<String, @Nullable Format>> TABLES =
      List.of(Formats::common, AddressFormats::named, ConfigFormats::named, FirewallFormats::named);

  /** Filled on demand, because a program uses few formats. */
  private static final Map<String, Format> MADE = new ConcurrentHashMap<>();

  private Formats() {}

  /** Returns whether the format is a list that is written as one text. */
  static boolean isList(String name) {
    return name.endsWith(LIST);
  }

  /** Returns a format by its name, also with {@code -list} or {@code -opt}; null if unknown. */
  static @Nullable Format named(String name) {
    Format made = MADE.get(name);
    if (made == null) {
      made = make(name);
      if (made != null) {
        MADE.put(name, made);
      }
    }
    return made;
  }

  private static @Nullable Format make(String name) {
    for (Function<String, @Nullable Format> table : TABLES) {
      Format known = table.apply(name);
      if (known != null) {
        return known;
      }
    }
    return derived(name);
  }

  private static @Nullable Format common(String name) {
    return switch (name) {
      case "pve-node" -> Format.of("a node name", NodeName::of);
      case "pve-vmid" -> Format.of("a guest id of 100 to 999999999", VmId::of);
      case "pve-configid" ->
          matching("a letter followed by letters, digits, '_' and '-'", "(?i)[a-z][a-z0-9_-]+");
      case "pve-storage-id" -> Format.of("a storage id", StorageId::of);
      case "pve-volume-id" -> Format.of("a volume id such as local:iso/a.iso", VolumeId::of);
      case "pve-poolid" -> Format.of("a pool id", PoolId::of);
      case "pve-realm" -> Format.of("a realm", RealmId::of);
      case "pve-userid" -> Format.of("a user such as name@realm", UserId::of);
      case "pve-tokenid" -> Format.of("a token such as name@realm!token", TokenId::of);
      case "pve-groupid" -> Format.of("letters, digits, '.', '-' and '_'", GroupId::of);
      case "pve-roleid" -> Format.of("letters, digits, '.', '-' and '_'", RoleId::of);
      // PVE::AccessControl: a kind of object and a right, or a right in a group of rights.
      case "pve-priv" ->
          matching("a privilege such as VM.Audit", "[A-Za-z0-9]+(?:\\.[A-Za-z0-9]+)+");
      case "ldap-simple-attr" -> matching("letters and digits", "[a-zA-Z0-9]+");
      case "urlencoded" -> matching("percent-encoded text", "[-%a-zA-Z0-9_.!~*'()]*");
      // PVE::JSONSchema::pve_verify_tfa_secret
      case "pve-tfa-secret" ->
          matching(
              "16 digits of base32 or 40 hexadecimal digits, or more after v2- and v2-0x",
              "v2-0x[0-9a-fA-F]{16,128}|v2-[A-Z2-7=]{16,128}|[A-Z2-7=]{16}|[A-Fa-f0-9]{40}");
      case "storage-pair" ->
          new Format("a storage id, two separated by a colon, or 1", Formats::isPair);
      case "bridge-pair" ->
          new Format("a bridge, two separated by a colon, or 1", t -> isPairOf("pve-bridge-id", t));
      case "pve-command-batch" -> new Format("a JSON list", Formats::isJsonList);
      case "pem-string" -> new Format("one block of PEM", text -> Pem.isBlock(text));
      case "pem-certificate" -> new Format("a certificate as PEM", text -> Pem.isCertificate(text));
      case "pem-certificate-chain" ->
          new Format("one or more certificates as PEM", text -> Pem.isChain(text));
      default -> null;
    };
  }

  private static @Nullable Format derived(String name) {
    if (isList(name)) {
      Format element = named(name.substring(0, name.length() - LIST.length()));
      return element == null
          ? null
          : new Format(
              "a list whose elements are each " + element.expected(),
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

  /** One entry, as PVE::JSONSchema::parse_idmap reads it; 0 means none. */
  private static boolean isPairOf(String element, String text) {
    Format each = named(element);
    String[] ends = text.split(":", -1);
    return text.equals("0")
        || text.equals("1")
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
