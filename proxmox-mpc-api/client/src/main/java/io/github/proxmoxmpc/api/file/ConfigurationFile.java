package io.github.proxmoxmpc.api.file;

import java.util.List;

/**
 * A text file of Proxmox VE that was read without loss. Immutable and thread-safe.
 *
 * <p>Line feeds part the lines; a carriage return in front of one belongs to the blanks at the
 * line's end.
 */
public abstract sealed class ConfigurationFile
    permits GuestFile,
        SectionFile,
        OptionFile,
        AccessFile,
        FirewallFile,
        InterfacesFile,
        CorosyncFile {
  private final Lines lines;

  ConfigurationFile(Lines lines) {
    this.lines = lines;
  }

  /** Every line, in order. A line feed at the very end of the file begins no further line. */
  public final List<Line> lines() {
    return lines.lines();
  }

  /** The file as it was read, to the byte. */
  public final String text() {
    return lines.text();
  }

  /** Counts the lines and shows none of them, for they may hold secrets. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + lines.lines().size() + " lines]";
  }
}
