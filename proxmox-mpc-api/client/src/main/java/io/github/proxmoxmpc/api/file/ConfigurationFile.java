package io.github.proxmoxmpc.api.file;

import java.util.List;

/**
 * A text file of Proxmox VE that was read without loss. Immutable and thread-safe.
 *
 * <p>Line feeds part the lines; a carriage return in front of one belongs to the blanks at the
 * line's end. {@code toString} counts the lines and shows none of them, for they may hold secrets.
 */
public sealed interface ConfigurationFile
    permits GuestFile,
        SectionFile,
        OptionFile,
        AccessFile,
        FirewallFile,
        InterfacesFile,
        CorosyncFile {

  /** Every line, in order. A line feed at the very end of the file begins no further line. */
  List<Line> lines();

  /** The file as it was read, to the byte. */
  String text();
}
