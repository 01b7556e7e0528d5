package io.github.proxmoxmpc.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads an estate from a directory with the layout of {@code /etc/pve}. */
final class EstateDirectory {
  private static final int POOL_FIELDS = 5;

  private final Path directory;
  private final EstateBuilder builder = Estate.builder();

  EstateDirectory(Path directory) {
    this.directory = directory;
  }

  EstateBuilder read() {
    try {
      readStorages();
      Path nodes = directory.resolve("nodes");
      if (!Files.isDirectory(nodes)) {
        throw new IllegalArgumentException(
            "Cannot read the estate in '" + directory + "': it has no directory 'nodes'");
      }
      for (Path node : list(nodes)) {
        readNode(node);
      }
      readPools();
      readRunning();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the estate in '" + directory + "'", e);
    }
    return builder;
  }

  private static List<Path> list(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.sorted().toList();
    }
  }

  private List<String> lines(String file) throws IOException {
    Path path = directory.resolve(file);
    return Files.exists(path) ? Files.readAllLines(path) : List.of();
  }

  private void readNode(Path node) throws IOException {
    String name = node.getFileName().toString();
    builder.node(name);
    for (Path file : list(node.resolve("qemu-server"))) {
      builder.vm(name, vmid(file), Files.readString(file));
    }
    for (Path file : list(node.resolve("lxc"))) {
      builder.container(name, vmid(file), Files.readString(file));
    }
  }

  private static int vmid(Path file) {
    String name = file.getFileName().toString();
    if (!name.matches("\\d{3,9}\\.conf")) {
      throw new IllegalArgumentException(
          "Cannot read '" + file + "': its name must be ID.conf with the id of the guest");
    }
    return Integer.parseInt(name.substring(0, name.indexOf('.')));
  }

  private void readStorages() throws IOException {
    String id = null;
    Map<String, String> options = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(lines("storage.cfg"));
    lines.add("end: ");
    for (String line : lines) {
      boolean isHeading =
          !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.startsWith("#");
      if (isHeading) {
        if (id != null) {
          builder.storage(id, options);
        }
        int colon = line.indexOf(':');
        id = line.substring(colon + 1).strip();
        options.clear();
        options.put("type", line.substring(0, colon).strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] option = line.strip().split("\\s+", 2);
        // A flag without a value means 1.
        options.put(option[0], option.length < 2 ? "1" : option[1]);
      }
    }
  }

  private void readPools() throws IOException {
    for (String line : lines("user.cfg")) {
      if (line.startsWith("pool:")) {
        String[] fields = line.split(":", -1);
        String comment = fields.length > 2 ? decode(fields[2]) : "";
        List<String> members = new ArrayList<>();
        for (int i = 3; i < Math.min(fields.length, POOL_FIELDS); i++) {
          Arrays.stream(fields[i].split("[,;\\s]+"))
              .filter(m -> !m.isEmpty())
              .forEach(members::add);
        }
        builder.pool(fields[1], comment, members);
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private void readRunning() throws IOException {
    for (String line : lines("running")) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.strip().split("\\s+", -1);
      int vmid = Integer.parseInt(parts[0]);
      builder.running(vmid);
      if (parts.length > 1) {
        builder.addresses(vmid, Arrays.copyOfRange(parts, 1, parts.length));
      }
    }
  }
}
