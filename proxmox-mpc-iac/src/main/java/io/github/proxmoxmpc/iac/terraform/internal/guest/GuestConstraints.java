package io.github.proxmoxmpc.iac.terraform.internal.guest;

import io.github.proxmoxmpc.iac.terraform.internal.mapping.Constraint;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.GoStrings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Validation rules of the provider that apply to both kinds of guests (0.112.0). */
final class GuestConstraints {
  private static final Pattern IPV4 =
      Pattern.compile(
          "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  static final Constraint DNS_NAME =
      Constraint.matching(
          "a DNS name",
          "[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*");

  static final Constraint MAC_ADDRESS =
      Constraint.matching("a MAC address", "[A-Fa-f0-9]{2}(?::[A-Fa-f0-9]{2}){5}");

  static final Constraint FILE_ID =
      Constraint.matching("storage:path", "(?i)[a-z\\d\\-_.]+:(?:[a-z\\d\\-_]+/)?.+");

  static final Constraint IP_ADDRESSES =
      Constraint.each("IP addresses", GuestConstraints::isAddress);

  static final Constraint SIZE =
      Constraint.matching(
          "a size with a unit", "(?i)\\d+(?:\\.\\d+)?(?:k|kb|kib|m|mb|mib|g|gb|gib|t|tb|tib)?");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x10-\\x1F\\x7F]");

  private GuestConstraints() {}

  /** Returns whether a text has none of the control characters that the provider rejects. */
  static boolean isPrintable(String text) {
    return !CONTROL.matcher(text).find();
  }

  /** Returns whether the provider's trimming leaves a text unchanged. */
  static boolean isTrimmed(String text) {
    return GoStrings.trim(text).replace("\r\n", "\n").equals(text);
  }

  private static boolean isAddress(String text) {
    if (!IPV6.matcher(text).matches()) {
      return IPV4.matcher(text).matches();
    }
    try {
      return InetAddress.getByName("[" + text + "]").getAddress().length > 0;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
