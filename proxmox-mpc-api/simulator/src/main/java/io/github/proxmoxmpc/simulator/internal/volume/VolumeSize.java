package io.github.proxmoxmpc.simulator.internal.volume;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as configurations write them: {@code 528K}, {@code 1G}, or bytes without a unit. */
public final class VolumeSize {
  private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)([KMGT])?");
  private static final long UNIT = 1024;
  private static final String UNITS = "KMGT";

  private VolumeSize() {}

  /** Returns the size in bytes, empty if the text is not a size. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal bytes = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    for (int i = 0; unit != null && i <= UNITS.indexOf(unit); i++) {
      bytes = bytes.multiply(BigDecimal.valueOf(UNIT));
    }
    return Optional.of(bytes.longValue());
  }

  /**
   * Formats bytes with the largest unit that leaves an integer, after format_size of
   * PVE::JSONSchema.
   */
  public static String format(long bytes) {
    long rest = bytes;
    int unit = -1;
    while (rest > 0 && rest % UNIT == 0 && unit < UNITS.length() - 1) {
      rest /= UNIT;
      unit++;
    }
    return rest + (unit < 0 ? "" : UNITS.substring(unit, unit + 1));
  }
}
