package io.github.proxmoxmpc.api.internal.check;

import java.util.OptionalInt;

/** A mask of an IPv4 network as four numbers, such as {@code 255.255.255.0}. */
public final class Netmask {
  private Netmask() {}

  /** Returns the length of the prefix in bits; empty if the text is not a mask. */
  public static OptionalInt bits(String text) {
    if (!AddressFormats.IS_IPV4.test(text) || text.endsWith("\n")) {
      return OptionalInt.empty();
    }
    long bits = 0;
    for (String octet : text.split("\\.")) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    long free = ~bits & 0xffffffffL;
    return (free & (free + 1)) == 0 ? OptionalInt.of(Long.bitCount(bits)) : OptionalInt.empty();
  }
}
