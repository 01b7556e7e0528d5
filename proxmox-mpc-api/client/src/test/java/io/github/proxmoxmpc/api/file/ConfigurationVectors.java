package io.github.proxmoxmpc.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The configurations below {@code src/test/resources/configurations}. */
public final class ConfigurationVectors {
  private static final String MARK = "@@ ";
  private static final String OPEN = " (open)";

  private ConfigurationVectors() {}

  /**
   * One file.
   *
   * @param name its family and number, {@code vms 001}
   * @param text what it holds, to the byte
   */
  public record Vector(String name, String text) {}

  /** The files of a family, such as {@code vms}. */
  public static List<Vector> of(String family) {
    List<Vector> vectors = new ArrayList<>();
    String[] parts = resource("/configurations/" + family + ".txt").split("(?m)^" + MARK, -1);
    for (int i = 1; i < parts.length; i++) {
      int lineFeed = parts[i].indexOf('\n');
      String head = parts[i].substring(0, lineFeed);
      String text = parts[i].substring(lineFeed + 1);
      if (head.contains(OPEN)) {
        text = text.substring(0, text.length() - 1);
      }
      vectors.add(new Vector(family + " " + head.split(" ", 2)[0], text));
    }
    return vectors;
  }

  private static String resource(String path) {
    try (InputStream in =
        Objects.requireNonNull(ConfigurationVectors.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
