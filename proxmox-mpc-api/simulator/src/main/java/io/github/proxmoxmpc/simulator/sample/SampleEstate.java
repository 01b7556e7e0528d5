package io.github.proxmoxmpc.simulator.sample;

import io.github.proxmoxmpc.simulator.Estate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sample estates.
 *
 * <pre>{@code
 * try (ProxmoxSimulator pve = ProxmoxSimulator.start(SampleEstate.odd())) {
 *   ...
 * }
 * }</pre>
 */
public final class SampleEstate {
  private static final String ODD = "odd/";

  private SampleEstate() {}

  /**
   * Returns a hand-built cluster with 26 guests in deliberately unusual configurations: 17 virtual
   * machines and 9 containers on two nodes, five storages and six pools.
   *
   * <p>It covers disks on every bus, gaps in disk and network numbers, cloud-init, EFI and TPM, raw
   * devices and disks below 1 GiB, CD-ROM drives with and without a disc, passthrough, tags,
   * Unicode, quotes and <code>${}</code> in descriptions, machines without {@code scsihw}, {@code
   * ostype} and {@code memory}, mount points and bind mounts, raw {@code lxc} lines, templates and
   * linked clones, running and stopped guests, and nested pools. The guest agent of each running
   * machine that has one responds.
   */
  public static Estate odd() {
    try {
      Path directory = Files.createTempDirectory("proxmox-mpc-sample");
      try {
        for (String file : index()) {
          Path target = directory.resolve(file);
          Files.createDirectories(target.getParent());
          try (InputStream content = open(file)) {
            Files.copy(content, target);
          }
        }
        return Estate.load(directory);
      } finally {
        delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the sample estate", e);
    }
  }

  // A class path cannot be listed, so an index file names the files.
  private static List<String> index() throws IOException {
    try (InputStream index = open("index")) {
      return new String(index.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static InputStream open(String file) throws FileNotFoundException {
    InputStream content = SampleEstate.class.getResourceAsStream(ODD + file);
    if (content == null) {
      throw new FileNotFoundException(ODD + file);
    }
    return content;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
