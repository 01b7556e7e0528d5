package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.file.ConfigurationVectors.Vector;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.file.TypedField.Reading;
import io.github.proxmoxmpc.api.guest.lxc.DeviceRule;
import io.github.proxmoxmpc.api.guest.lxc.IdMap;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.guest.lxc.MountEntry;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.access.domains.DomainsRealm;
import io.github.proxmoxmpc.api.rest.cluster.backup.BackupJob;
import io.github.proxmoxmpc.api.rest.cluster.config.ConfigJoinNodelist;
import io.github.proxmoxmpc.api.rest.cluster.config.ConfigTotem;
import io.github.proxmoxmpc.api.rest.cluster.firewall.FirewallOptions;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaGroupsGroup;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaResourcesSid;
import io.github.proxmoxmpc.api.rest.cluster.ha.HaRulesRule;
import io.github.proxmoxmpc.api.rest.cluster.jobs.JobsRealmSyncId;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsSendmailName;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsSmtpName;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsWebhookName;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsMatchersName;
import io.github.proxmoxmpc.api.rest.cluster.options.Options;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnController;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnet;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnVnetsSubnetsSubnet;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnZone;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.network.NetworkEntry;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.result.FirewallAlias;
import io.github.proxmoxmpc.api.rest.result.FirewallIpSetEntry;
import io.github.proxmoxmpc.api.rest.result.FirewallRuleInfo;
import io.github.proxmoxmpc.api.rest.storage.StorageEntry;
import io.github.proxmoxmpc.api.rest.storage.StorageItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which type each line of a configuration has, and the lines that have none, with the reason. */
final class LineTypes {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

  private static final String SKIPPED = "not of the form of a line, so the server skips it";

  /** The results that speak of a section, by its type. */
  private static final Map<String, List<Class<? extends ApiResult>>> SECTIONS =
      Map.ofEntries(
          Map.entry("vzdump", List.of(BackupJob.class)),
          Map.entry("vm", List.of(HaResourcesSid.class)),
          Map.entry("ct", List.of(HaResourcesSid.class)),
          Map.entry("simple", List.of(SdnZone.class)),
          Map.entry("vlan", List.of(SdnZone.class)),
          Map.entry("evpn", List.of(SdnZone.class, SdnController.class)),
          Map.entry("subnet", List.of(SdnVnetsSubnetsSubnet.class)),
          Map.entry("vnet", List.of(SdnVnet.class)),
          Map.entry("sendmail", List.of(NotificationsEndpointsSendmailName.class)),
          Map.entry("smtp", List.of(NotificationsEndpointsSmtpName.class)),
          Map.entry("matcher", List.of(NotificationsMatchersName.class)),
          Map.entry("webhook", List.of(NotificationsEndpointsWebhookName.class)),
          Map.entry("realm-sync", List.of(JobsRealmSyncId.class)),
          Map.entry("group", List.of(HaGroupsGroup.class)),
          Map.entry("node-affinity", List.of(HaRulesRule.class)),
          Map.entry("resource-affinity", List.of(HaRulesRule.class)),
          Map.entry("pam", List.of(DomainsRealm.class)),
          Map.entry("pve", List.of(DomainsRealm.class)));

  private static final List<Class<? extends ApiResult>> STORAGE =
      List.of(StorageItem.class, StorageEntry.class);

  /** Lines that have no typed value, as {@code family number: line}, and why. */
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry(
              "vms 127: .*<br>",
              "copied from a web page with its <br>, which the server refuses too"),
          Map.entry("sdn 00[67]: .*=\\$.*", "a variable of a shell script stands for the value"),
          Map.entry("storages 025: maxfiles=0", "unknown key: gone since Proxmox VE 8.0"),
          Map.entry(
              "access 001: user:admin@pve.*|access 002: (group|pool):.*",
              "one colon too many, so that the server reads the wrong field"),
          Map.entry("vms own-1: (cores: 2|Memory: 512|no colon here)", SKIPPED),
          Map.entry(
              "vms (005: (cipassword|sshkeys)|020: boot|own-1: (balloon|vga)):"
                  + "|containers (own-1: startup|own-13: (description|nameserver|tags)):",
              "no value, so the server skips the line"),
          Map.entry(
              "vms (012: net[01]: virtio=81:.*|own-1: (name: größe|net1: .*)"
                  + "|own-5: smbios1: .*|own-19: sata0: .*|own-24: net0: .*)",
              "a value that breaks its format, so the server skips the line"),
          Map.entry("storages own-1: nfs: second", SKIPPED),
          Map.entry("networks own-1: address 192.0.2.1", SKIPPED),
          Map.entry("firewalls own-1: IN( ACCEPT( -p)?)?", SKIPPED),
          Map.entry("access own-1: (tfa:a@pve:x|user:b@pve:0:never:*)", SKIPPED),
          Map.entry("access own-1: user:a@pve .*", "typed, but blanks and encoding are gone"),
          Map.entry("vms own-21: (yes|on|true|no|off|false)", "typed, but a word for 1 or 0"),
          Map.entry("options-and-jobs own-1: true", "typed, but a word for 1 or 0"));

  private final Map<String, List<String>> fallbacks = new TreeMap<>();
  private final List<String> surprises = new ArrayList<>();
  private final Set<String> unmet = new HashSet<>(REASONS.keySet());
  private int typed;
  private int typedParts;
  private int structural;

  ConfigurationFile parse(String family, Vector vector) {
    String text = vector.text();
    return switch (family) {
      case "vms" -> GuestFile.vm(text);
      case "containers" -> GuestFile.container(text);
      case "access" -> AccessFile.parse(text);
      case "firewalls" -> FirewallFile.parse(text);
      case "networks" -> InterfacesFile.parse(text);
      case "options-and-jobs" ->
          switch (vector.name().replaceAll(".* ", "")) {
            case "010", "011", "012" -> OptionFile.datacenter(text);
            case "015" -> CorosyncFile.parse(text);
            default -> SectionFile.parse(text);
          };
      default -> SectionFile.parse(text);
    };
  }

  void read(String name, ConfigurationFile file) {
    for (Line line : file.lines()) {
      if (line instanceof Unread unread) {
        fallBack(name, unread.text().strip(), "the server skips it: " + unread.reason());
      } else if (!(line instanceof Entry
          || line instanceof FirewallRule
          || line instanceof AccessLine)) {
        structural++;
      }
    }
    if (file instanceof GuestFile guest) {
      readGuest(name, guest);
    } else if (file instanceof SectionFile sections) {
      sections.sections().forEach(section -> readSection(name, section));
    } else if (file instanceof OptionFile options) {
      JsonObject served = options.json();
      options.keys().stream()
          .filter(key -> served.get(key) != null)
          .forEach(
              key -> {
                JsonValue value = Objects.requireNonNull(served.get(key));
                readValue(name, List.of(Options.class), key, value, text(value));
              });
    } else if (file instanceof AccessFile) {
      file.lines().forEach(line -> readAccess(name, line));
    } else if (file instanceof FirewallFile firewall) {
      readFirewall(name, firewall);
    } else if (file instanceof InterfacesFile interfaces) {
      interfaces.stanzas().forEach(stanza -> readStanza(name, stanza));
      typed += interfaces.auto().size() + interfaces.sources().size();
    } else if (file instanceof CorosyncFile corosync) {
      readCorosync(name, corosync);
    }
  }

  private void readGuest(String name, GuestFile guest) {
    boolean isVm = name.startsWith("vms");
    List<Class<? extends ApiResult>> type =
        isVm ? List.of(QemuConfig.class) : List.of(LxcConfig.class);
    List<Line> lines = new ArrayList<>(guest.current().lines());
    guest.pending().ifPresent(pending -> lines.addAll(pending.lines()));
    for (Entry entry : entries(lines)) {
      if (entry.key().equals("delete")) {
        typed++;
      } else {
        readEntry(name, type, entry);
      }
    }
    guest
        .snapshots()
        .values()
        .forEach(
            snapshot -> entries(snapshot.lines()).forEach(entry -> readEntry(name, type, entry)));
  }

  private void readSection(String name, Section section) {
    List<Class<? extends ApiResult>> candidates =
        name.startsWith("storages") ? STORAGE : SECTIONS.getOrDefault(section.type(), List.of());
    JsonObject served = section.json("id");
    for (String key : section.keys()) {
      JsonValue value = Objects.requireNonNull(served.get(key));
      readValue(name, candidates, key, value, text(value));
    }
  }

  private void readAccess(String name, Line line) {
    if (line instanceof AccessLine access) {
      String read = String.valueOf(AccessFile.record(line).map(LineTypes::print).orElse(null));
      compare(name, access.text().strip().replaceAll("(:\\s*)+$", ""), read.replaceAll(":+$", ""));
    }
  }

  private static String print(AccessRecord record) {
    return String.join(":", fields(record));
  }

  private static List<String> fields(AccessRecord record) {
    if (record instanceof AccessRecord.User user) {
      return List.of(
          "user",
          user.userId().toString(),
          TypedField.print(user.isEnabled()),
          time(user.expire()),
          user.firstName(),
          user.lastName(),
          user.email(),
          user.comment(),
          user.keys().reveal());
    }
    if (record instanceof AccessRecord.Group group) {
      return List.of("group", group.groupId().toString(), commas(group.users()), group.comment());
    }
    if (record instanceof AccessRecord.Token token) {
      return List.of(
          "token",
          token.tokenId().toString(),
          time(token.expire()),
          TypedField.print(token.isSeparated()),
          token.comment());
    }
    if (record instanceof AccessRecord.Role role) {
      return List.of("role", role.roleId().toString(), String.join(",", role.privileges()));
    }
    if (record instanceof AccessRecord.Pool pool) {
      return List.of(
          "pool",
          pool.pool().toString(),
          pool.comment(),
          commas(pool.guests()),
          commas(pool.storages()));
    }
    AccessRecord.Acl acl = (AccessRecord.Acl) record;
    return List.of(
        "acl",
        TypedField.print(acl.isPropagated()),
        acl.path(),
        String.join(",", acl.grantees()),
        commas(acl.roles()));
  }

  private static String commas(List<?> values) {
    return String.join(",", values.stream().map(String::valueOf).toList());
  }

  private static String time(@Nullable Instant time) {
    return time == null ? "0" : Long.toString(time.getEpochSecond());
  }

  private void readFirewall(String name, FirewallFile file) {
    readObject(name, List.of(FirewallOptions.class), file.options());
    for (FirewallFile.Alias alias : file.aliases()) {
      readText(name, List.of(FirewallAlias.class), "name", alias.name());
      readText(name, List.of(FirewallAlias.class), "cidr", alias.cidr());
    }
    file.ipSets().stream()
        .flatMap(set -> set.members().stream())
        .forEach(
            member -> readText(name, List.of(FirewallIpSetEntry.class), "cidr", member.cidr()));
    List<List<FirewallRule>> rules = new ArrayList<>(file.groups().values());
    rules.add(file.rules());
    for (List<FirewallRule> section : rules) {
      for (int i = 0; i < section.size(); i++) {
        readObject(name, List.of(FirewallRuleInfo.class), section.get(i).json(i));
      }
    }
  }

  private void readStanza(String name, InterfaceStanza stanza) {
    readObject(name, List.of(NetworkEntry.class), stanza.json());
  }

  private void readCorosync(String name, CorosyncFile file) {
    JsonObject json = file.json();
    readObject(name, List.of(ConfigTotem.class), object(json.get("totem")));
    JsonArray nodes = (JsonArray) object(json.get("nodelist")).get("node");
    Objects.requireNonNull(nodes)
        .values()
        .forEach(node -> readObject(name, List.of(ConfigJoinNodelist.class), object(node)));
  }

  private static JsonObject object(@Nullable JsonValue value) {
    return (JsonObject) Objects.requireNonNull(value);
  }

  private void readEntry(String name, List<Class<? extends ApiResult>> candidates, Entry entry) {
    if (entry.key().startsWith("lxc.")) {
      List<JsonValue> pair = List.of(new JsonString(entry.key()), new JsonString(entry.value()));
      JsonValue raw = new JsonArray(List.of(new JsonArray(pair)));
      readValue(name, candidates, "lxc", raw, entry.key() + ": " + entry.value());
      readRaw(name, new LxcLine(entry.key(), entry.value()));
    } else {
      readText(name, candidates, entry.key(), entry.value());
    }
  }

  /** The keys of LXC that have a type of their own. */
  private void readRaw(String name, LxcLine line) {
    try {
      Stream.of(
              line.idMap().map(IdMap::wire),
              line.mountEntry().map(MountEntry::wire),
              line.deviceRule().map(DeviceRule::wire))
          .flatMap(Optional::stream)
          .forEach(
              printed -> {
                typedParts++;
                if (!printed.equals(line.value())) {
                  fallBack(name, line.wire(), "spelled " + printed);
                }
              });
    } catch (MalformedResponseException e) {
      fallBack(name, line.wire(), "refused: " + Objects.requireNonNull(e.getCause()).getMessage());
    }
  }

  private void readObject(
      String name, List<Class<? extends ApiResult>> candidates, JsonObject object) {
    for (String field : object.names()) {
      JsonValue value = Objects.requireNonNull(object.get(field));
      readValue(name, candidates, field, value, text(value));
    }
  }

  private static String text(JsonValue value) {
    if (value instanceof JsonString text) {
      return text.value();
    }
    return value instanceof JsonArray array
        ? String.join("\n", array.values().stream().map(LineTypes::text).toList())
        : value.toString();
  }

  private void readText(
      String name, List<Class<? extends ApiResult>> candidates, String field, String value) {
    readValue(name, candidates, field, new JsonString(value), value);
  }

  private void readValue(
      String name,
      List<Class<? extends ApiResult>> candidates,
      String field,
      JsonValue value,
      String expected) {
    for (Class<? extends ApiResult> candidate : candidates) {
      Reading reading = TypedField.read(candidate, field, value);
      if (reading.isKnown()) {
        String printed = reading.printed();
        if (printed == null) {
          fallBack(name, field + "=" + expected, "refused: " + reading.refusal());
        } else {
          compare(name, expected, printed);
          typedParts += reading.parts().typed();
          reading
              .parts()
              .fallbacks()
              .forEach((part, how) -> fallBack(name, field + " " + part, how));
        }
        return;
      }
    }
    fallBack(name, field + "=" + expected, "unknown key");
  }

  private void compare(String name, String expected, String printed) {
    // A list that is one text is printed part by part, encoded text decoded, and the hexadecimal
    // digits of a fingerprint in capitals.
    boolean same =
        printed.equals(expected)
            || (FINGERPRINT.matcher(printed).matches() && printed.equalsIgnoreCase(expected))
            || printed.equals(expected.strip().replaceAll("[,;\\s]+", "\n"))
            || printed.equals(PercentText.decode(expected));
    if (same) {
      typed++;
    } else {
      fallBack(name, expected, "spelled " + printed);
    }
  }

  private void fallBack(String name, String line, String how) {
    String where = name + ": " + line;
    for (Map.Entry<String, String> reason : REASONS.entrySet()) {
      if (where.matches(reason.getKey())) {
        unmet.remove(reason.getKey());
        fallbacks.computeIfAbsent(reason.getValue(), key -> new ArrayList<>()).add(where);
        return;
      }
    }
    surprises.add(where + " -> " + how);
  }

  private static List<Entry> entries(List<Line> lines) {
    return lines.stream().filter(Entry.class::isInstance).map(Entry.class::cast).toList();
  }

  int typed() {
    return typed;
  }

  int typedParts() {
    return typedParts;
  }

  int structural() {
    return structural;
  }

  Map<String, List<String>> fallbacks() {
    return fallbacks;
  }

  /** Lines that fell back and should not have, and reasons that no line needs any more. */
  List<String> surprises() {
    List<String> all = new ArrayList<>(surprises);
    unmet.forEach(reason -> all.add("no line falls back for " + reason));
    return all;
  }
}
