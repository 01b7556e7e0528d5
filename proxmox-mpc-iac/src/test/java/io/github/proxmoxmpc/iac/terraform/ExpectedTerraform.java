package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.fixtures.GuestCorpus;
import io.github.proxmoxmpc.fixtures.GuestExample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The Terraform that is expected of each guest of a corpus, and the coverage of its keys. The file
 * {@code guests/CORPUS.txt} holds it whole for the base guest, with {@code {id}} and {@code {mac}}
 * in place of its VMID and the last bytes of its MAC address, and as a {@link LineDifference} for
 * each guest.
 */
public final class ExpectedTerraform {
  private static final Map<GuestCorpus, ExpectedTerraform> FILES = new EnumMap<>(GuestCorpus.class);

  private final List<String> base;
  private final Map<String, List<String>> differences = new LinkedHashMap<>();

  private ExpectedTerraform(GuestCorpus corpus) {
    String[] parts = read("/guests/" + corpus + ".txt").split("(?m)^@@ ", -1);
    base = linesOf(parts[1]);
    for (int i = 2; i < parts.length; i++) {
      differences.put(parts[i].substring(0, parts[i].indexOf('\n')), linesOf(parts[i]));
    }
  }

  /** Returns the expected text of a guest. */
  public static String of(GuestExample guest) {
    ExpectedTerraform file = file(guest.corpus());
    List<String> difference =
        Objects.requireNonNull(file.differences.get(guest.name()), guest::toString);
    return String.join("\n", LineDifference.apply(file.baseOf(guest), difference));
  }

  /** Sets the expected text of a guest, and rewrites the corpus's file in the source folder. */
  static void update(GuestExample guest, String text) throws IOException {
    ExpectedTerraform file = file(guest.corpus());
    file.differences.put(
        guest.name(),
        LineDifference.between(file.baseOf(guest), Arrays.asList(text.split("\n", -1))));
    StringBuilder content = new StringBuilder();
    content.append(
        """
        The Terraform expected of each guest, and below it the coverage of its keys.
        The base guest comes first. Each other guest begins with @@ and its name; its lines change the base:
        "7-text" removes line 7 of the base, "7+text" adds a line after line 7.

        """);
    content.append("@@ base-guest\n").append(String.join("\n", file.base)).append('\n');
    file.differences.forEach(
        (name, lines) -> {
          content.append("@@ ").append(name).append('\n');
          lines.forEach(line -> content.append(line).append('\n'));
        });
    Files.writeString(
        Path.of("src/test/resources/guests", guest.corpus() + ".txt"), content.toString());
  }

  private static synchronized ExpectedTerraform file(GuestCorpus corpus) {
    return FILES.computeIfAbsent(corpus, ExpectedTerraform::new);
  }

  private List<String> baseOf(GuestExample guest) {
    return base.stream().map(guest::filledIn).toList();
  }

  private static List<String> linesOf(String part) {
    List<String> lines = Arrays.asList(part.split("\n", -1));
    return lines.subList(1, lines.size() - 1);
  }

  private static String read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(ExpectedTerraform.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
