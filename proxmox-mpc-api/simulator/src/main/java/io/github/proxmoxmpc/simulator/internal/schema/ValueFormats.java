package io.github.proxmoxmpc.simulator.internal.schema;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats of other values. */
final class ValueFormats {
  private static final String PEM = "-----BEGIN %s-----\\s+[A-Za-z0-9+/=\\s]+-----END %s-----\\s*";

  private ValueFormats() {}

  static void addTo(FormatTable table) {
    table.checking("string", value -> null);
    table.matching("urlencoded", "[-%a-zA-Z0-9_.!~*'()]*", "invalid urlencoded string: %s");
    table.matching("pve-day-of-week", "mon|tue|wed|thu|fri|sat|sun", "invalid day '%s'");
    table.matching("pve-task-status-type", "(?i)ok|error|warning|unknown", "invalid status '%s'");
    table.matching(
        "pve-tfa-secret",
        "v2-0x[0-9a-fA-F]{16,128}|v2-[A-Z2-7=]{16,128}|[A-Z2-7=]{16}|[A-Fa-f0-9]{40}",
        "unable to decode TFA secret");
    table.checking("timezone", ValueFormats::timeZone);
    table.checking("pve-ct-timezone", value -> value.equals("host") ? null : timeZone(value));
    table.matching(
        "pem-string", "(?s)" + PEM.replace("%s", "[^-]*"), "not a valid PEM-formatted string.");
    table.matching(
        "pem-certificate-chain",
        "(?s)(?:" + PEM.replace("%s", "CERTIFICATE") + ")+",
        "not a valid PEM-formatted string.");
    table.checking("pve-command-batch", ValueFormats::commands);
  }

  private static @Nullable String timeZone(String name) {
    boolean isKnown =
        name.equals("UTC") || name.contains("/") && ZoneId.getAvailableZoneIds().contains(name);
    return isKnown ? null : "invalid time zone '" + name + "'\n";
  }

  private static @Nullable String commands(String text) {
    Object commands;
    try {
      commands = JsonCodec.read(text);
    } catch (IllegalArgumentException e) {
      return "commands param did not contain valid JSON: " + e.getMessage() + "\n";
    }
    String invalid =
        "commands is not a valid array of commands: 400 Parameter verification failed.\n";
    if (!(commands instanceof List)) {
      return invalid + "_root: type check ('array') failed\n";
    }
    List<@Nullable Object> list = JsonCodec.array(commands);
    for (int i = 0; i < list.size(); i++) {
      Map<String, @Nullable Object> command = JsonCodec.object(list.get(i));
      for (String field : List.of("path", "method")) {
        if (command.get(field) == null) {
          return invalid
              + "["
              + i
              + "]."
              + field
              + ": property is missing and it is not optional\n";
        }
      }
      if (!String.valueOf(command.get("method")).matches("GET|POST|PUT|DELETE")) {
        return invalid + "[" + i + "].method: value does not match the regex pattern\n";
      }
    }
    return null;
  }
}
