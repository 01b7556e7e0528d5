package io.github.proxmoxmpc.simulator.internal.schema;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the API's named formats, with the messages of their register_format in Proxmox VE 9.2.
 * A format without a check accepts everything.
 */
final class FormatChecks {
  private static final FormatTable TABLE = new FormatTable();

  static {
    AddressFormats.addTo(TABLE);
    NameFormats.addTo(TABLE);
    GuestFormats.addTo(TABLE);
    FirewallFormats.addTo(TABLE);
    ValueFormats.addTo(TABLE);
  }

  private FormatChecks() {}

  /** Returns whether a format, or the items of its list, are checked. */
  static boolean isChecked(String format) {
    return TABLE.has(format.replaceFirst("-(list|opt)$", ""));
  }

  /** Returns the server's error message, including its newline, or null if the value is valid. */
  static @Nullable String complaint(String format, String value) {
    if (TABLE.has(format)) {
      return TABLE.complaint(format, value);
    }
    if (format.endsWith("-list")) {
      return complaintOfList(format.substring(0, format.length() - "-list".length()), value);
    }
    if (format.endsWith("-opt")) {
      // Perl takes an empty string and 0 for false.
      return value.isEmpty() || value.equals("0")
          ? null
          : TABLE.complaint(format.substring(0, format.length() - "-opt".length()), value);
    }
    return null;
  }

  private static @Nullable String complaintOfList(String format, String value) {
    for (String item : split(value)) {
      String complaint = TABLE.complaint(format, item);
      if (complaint != null) {
        return complaint;
      }
    }
    return null;
  }

  /** Splits a list as the server does: at commas, semicolons, spaces and NUL. */
  static List<String> split(String list) {
    return Arrays.stream(list.split("[,;\\s\0]+")).filter(item -> !item.isEmpty()).toList();
  }
}
