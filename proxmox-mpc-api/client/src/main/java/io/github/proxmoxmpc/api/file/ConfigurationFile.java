package io.github.proxmoxmpc.api.file;

import java.util.List;

/**
 * A text file of Proxmox VE that was read without loss. Immutable and thread-safe.
 *
 * <p>Line feeds separate the lines; a carriage return in front of one is part of the white space at
 * the end of the line.
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

  /** Returns every line, in order. A line feed at the end of the file begins no further line. */
  public final List<Line> lines() {
    return lines.lines();
  }

  /** Returns the file byte for byte as it was read. */
  public final String text() {
    return lines.text();
  }

  /** Returns the number of lines, never a line, which may contain secrets. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + lines.lines().size() + " lines]";
  }
}
