package io.github.proxmoxmpc.api.internal.check;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses, networks and ranges as the Perl module Net::IP 1.26 does, which the firewall of
 * Proxmox VE uses ({@code parse_address_list} of PVE::Firewall 9.2).
 *
 * <p>Short forms are valid ({@code 10.1} is 10.1.0.0). The module ignores text after a slash that
 * does not look like a prefix length, so that text is valid, too.
 */
final class NetIp {
  private static final Pattern PREFIX =
      Pattern.compile("(\\S+?)(/\\S+)\\n?", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern RANGE =
      Pattern.compile(
          "(.+?)\\s*-\\s*(.+)\\n?", Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SUM =
      Pattern.compile(
          "(.+?)\\s+\\+\\s+(.+)\\n?", Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);
  private static final int V4_BITS = 32;
  private static final int V6_BITS = 128;
  private static final int V6_GROUPS = 8;

  private NetIp() {}

  /** Returns 4 or 6; empty if the module rejects the text. */
  static OptionalInt version(String text) {
    Matcher prefix = PREFIX.matcher(text);
    if (prefix.matches()) {
      return network(prefix.group(1), prefix.group(2));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return range(range.group(1), range.group(2));
    }
    Matcher sum = SUM.matcher(text);
    return sum.matches() ? sum(sum.group(1), sum.group(2)) : sum(text, "0");
  }

  /** Rejects a sum beyond the last address. */
  private static OptionalInt sum(String address, String count) {
    int bits = bits(address);
    BigInteger begin = bits == 0 ? null : number(address, bits);
    if (begin == null || !Digits.areAll(count)) {
      return OptionalInt.empty();
    }
    BigInteger added = new BigInteger(count).mod(BigInteger.ONE.shiftLeft(bits));
    return begin.add(added).bitLength() > bits ? OptionalInt.empty() : versionOf(bits);
  }

  private static OptionalInt versionOf(int bits) {
    return OptionalInt.of(bits == V4_BITS ? 4 : 6);
  }

  private static OptionalInt network(String address, String suffix) {
    int bits = bits(address);
    BigInteger number = bits == 0 ? null : number(address, bits);
    if (number == null) {
      return OptionalInt.empty();
    }
    String length = suffix.substring(1);
    if (Digits.areAll(length)) {
      boolean fits = Digits.atMost(length, bits);
      int host = fits ? bits - Integer.parseInt(length) : 0;
      if (!fits || number.getLowestSetBit() >= 0 && number.getLowestSetBit() < host) {
        return OptionalInt.empty();
      }
    }
    return versionOf(bits);
  }

  private static OptionalInt range(String first, String last) {
    int bits = bits(first);
    if (bits == 0) {
      return OptionalInt.empty();
    }
    BigInteger begin = number(first, bits);
    BigInteger end = bits(last) == bits ? number(last, bits) : null;
    return begin == null || end == null || begin.compareTo(end) > 0
        ? OptionalInt.empty()
        : versionOf(bits);
  }

  /** Returns the number of bits of an address; 0 if the text is not an address. */
  private static int bits(String address) {
    if (address.indexOf(':') < 0) {
      return isIpv4(address) ? V4_BITS : 0;
    }
    return isIpv6(address) ? V6_BITS : 0;
  }

  private static boolean isIpv4(String address) {
    String text = Format.chomped(address);
    String[] octets = text.split("\\.", -1);
    return octets.length <= 4
        && Arrays.stream(octets).allMatch(each -> Digits.areAll(each) && Digits.atMost(each, 255));
  }

  private static boolean isIpv6(String address) {
    String text = Format.chomped(address);
    int colons = (int) text.chars().filter(c -> c == ':').count();
    int gap = text.indexOf("::");
    boolean isOddlyEnded =
        (text.startsWith(":") && gap != 0) || (text.endsWith(":") && !text.endsWith("::"));
    if (colons >= V6_GROUPS || isOddlyEnded || (gap >= 0 && text.indexOf("::", gap + 1) >= 0)) {
      return false;
    }
    String[] groups = text.split(":");
    int octetPairs = colons + 1;
    for (int i = 0; i < groups.length; i++) {
      if (i == groups.length - 1 && groups[i].indexOf('.') >= 0 && isIpv4(groups[i])) {
        octetPairs++;
      } else if (!groups[i].isEmpty() && !Digits.isHexGroup(groups[i])) {
        return false;
      }
    }
    return gap >= 0 || octetPairs == V6_GROUPS;
  }

  private static @Nullable BigInteger number(String address, int bits) {
    String text = Format.chomped(address);
    if (bits == V4_BITS) {
      return v4Number(text);
    }
    // The module counts a line feed as a digit of the last group.
    boolean isTooLong =
        text.length() < address.length() && text.length() - text.lastIndexOf(':') > 4;
    return isTooLong ? null : v6Number(text);
  }

  /** Missing octets are 0; an octet has at most three digits. */
  private static @Nullable BigInteger v4Number(String text) {
    long number = 0;
    String[] octets = text.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      if (i < octets.length && octets[i].length() > 3) {
        return null;
      }
      number = number << 8 | (i < octets.length ? Integer.parseInt(octets[i]) : 0);
    }
    return BigInteger.valueOf(number);
  }

  private static @Nullable BigInteger v6Number(String text) {
    int gap = text.indexOf("::");
    String head = gap < 0 ? text : text.substring(0, gap);
    String tail = gap < 0 ? "" : text.substring(gap + 2);
    BigInteger first = run(head);
    BigInteger last = run(tail);
    int missing = V6_GROUPS - groups(head) - groups(tail);
    if (first == null || last == null || missing < (gap < 0 ? 0 : 1)) {
      return null;
    }
    return first.shiftLeft(16 * (missing + groups(tail))).or(last);
  }

  private static int groups(String run) {
    int count = run.isEmpty() ? 0 : run.split(":").length;
    return run.indexOf('.') < 0 ? count : count + 1;
  }

  private static @Nullable BigInteger run(String run) {
    BigInteger number = BigInteger.ZERO;
    for (String group : run.isEmpty() ? new String[0] : run.split(":")) {
      boolean isV4 = group.indexOf('.') >= 0;
      BigInteger value = isV4 ? v4Number(group) : new BigInteger(group, 16);
      if (value == null) {
        return null;
      }
      number = number.shiftLeft(isV4 ? 32 : 16).or(value);
    }
    return number;
  }
}
