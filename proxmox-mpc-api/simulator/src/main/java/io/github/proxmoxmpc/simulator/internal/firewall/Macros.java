package io.github.proxmoxmpc.simulator.internal.firewall;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The macros of the firewall, such as {@code SSH}: the names that 9.2.11 lists. */
final class Macros {
  private static final List<String> NAMES = read();

  private Macros() {}

  /** Returns the macro with this name in its usual spelling, or null. */
  static @Nullable String preferredName(String name) {
    return NAMES.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
  }

  /** Returns the rows of {@code GET /cluster/firewall/macros}. The names are the descriptions. */
  static List<Map<String, String>> rows() {
    return NAMES.stream().map(name -> Map.of("macro", name, "descr", name)).toList();
  }

  private static List<String> read() {
    try (InputStream in = Macros.class.getResourceAsStream("macros.txt")) {
      if (in == null) {
        throw new IllegalStateException("Cannot find macros.txt on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read macros.txt", e);
    }
  }
}
