package io.github.proxmoxmpc.state.sync;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the answer of a guest agent to {@code network-get-interfaces}. Tools wait until the
 * agent reports a global unicast address, and some cannot read counters above 2^63-1.
 */
final class AgentInterfaces {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private AgentInterfaces() {}

  static AgentState classify(JsonObject answer) {
    List<JsonValue> interfaces = arrayOf(answer, "result");
    if (interfaces.stream().anyMatch(AgentInterfaces::hasUnreadableCounter)) {
      return AgentState.UNREADABLE;
    }
    return interfaces.stream().anyMatch(AgentInterfaces::hasGlobalAddress)
        ? AgentState.ANSWERS
        : AgentState.NO_ADDRESS;
  }

  private static boolean hasUnreadableCounter(JsonValue row) {
    return row instanceof JsonObject one
        && one.get("statistics") instanceof JsonObject counters
        && counters.names().stream().anyMatch(name -> isTooLarge(counters.get(name)));
  }

  private static boolean isTooLarge(@Nullable JsonValue counter) {
    return counter instanceof JsonNumber number
        && new BigDecimal(number.literal()).compareTo(HIGHEST) > 0;
  }

  private static boolean hasGlobalAddress(JsonValue row) {
    return row instanceof JsonObject one
        && !"lo".equals(ApiValues.text(one, "name"))
        && arrayOf(one, "ip-addresses").stream()
            .anyMatch(
                address ->
                    address instanceof JsonObject object
                        && isGlobalUnicast(ApiValues.text(object, "ip-address")));
  }

  private static List<JsonValue> arrayOf(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array.values() : List.of();
  }

  private static boolean isGlobalUnicast(@Nullable String text) {
    // getByName() would look up anything but a literal address.
    if (text == null || !(IPV4.matcher(text).matches() || IPV6.matcher(text).matches())) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(text.contains(":") ? "[" + text + "]" : text);
      return !address.isAnyLocalAddress()
          && !address.isLoopbackAddress()
          && !address.isLinkLocalAddress()
          && !address.isMulticastAddress()
          && !address.getHostAddress().equals("255.255.255.255");
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
