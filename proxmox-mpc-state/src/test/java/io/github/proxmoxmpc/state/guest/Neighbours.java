package io.github.proxmoxmpc.state.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.PropertyString;
import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.EstateBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adapts the configuration of one guest so that a token can give it to another guest. */
final class Neighbours {
  private static final Path FILES =
      Path.of("../proxmox-mpc-api/client/src/test/resources/configurations");
  private static final Pattern STORAGE =
      Pattern.compile(
          "(?m)^(?:ide|sata|scsi|virtio|efidisk|tpmstate|mp|unused)\\d+: (?:file=|volume=)?"
              + "([A-Za-z][\\w.-]*\\w):|^(?:rootfs|cdrom): ([A-Za-z][\\w.-]*\\w):");
  private static final Pattern DISK =
      Pattern.compile("(?:ide|sata|scsi|virtio|efidisk|tpmstate|mp)\\d+|rootfs");

  /** Written by the server, or not from a token (PVE 9.2); raw lines by no request at all. */
  private static final Set<String> LEFT_ALONE =
      Set.of(
          "args",
          "arch",
          "digest",
          "hookscript",
          "hugepages",
          "lock",
          "lxc",
          "meta",
          "parent",
          "template",
          "unprivileged",
          "vmgenid");

  private final JsonObject before;
  private final Set<String> needed;

  private Neighbours(JsonObject before, Set<String> needed) {
    this.before = before;
    this.needed = needed;
  }

  static Neighbours ofVms(JsonObject before) {
    return new Neighbours(before, Set.of());
  }

  static Neighbours ofContainers(JsonObject before) {
    return new Neighbours(before, Set.of("memory", "ostype", "rootfs"));
  }

  /** The files of a kind of guest, without those that no server would read at all. */
  static List<String> files(String kind) {
    List<String> files = new ArrayList<>();
    try {
      String[] parts = Files.readString(FILES.resolve(kind + ".txt")).split("(?m)^@@ ", -1);
      for (int i = 1; i < parts.length; i++) {
        files.add(parts[i].substring(parts[i].indexOf('\n') + 1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** A node with every storage that the files speak of. */
  static EstateBuilder estate(List<String> files) {
    EstateBuilder estate = Estate.builder().node("pve");
    Set<String> storages = new TreeSet<>();
    for (String file : files) {
      Matcher storage = STORAGE.matcher(file);
      while (storage.find()) {
        storages.add(storage.group(1) == null ? storage.group(2) : storage.group(1));
      }
    }
    for (String storage : storages) {
      estate.storage(
          storage,
          Map.of(
              "type", "dir", "path", "/srv/" + storage, "content", "images,rootdir,iso,snippets"));
    }
    return estate;
  }

  /** Returns the other configuration, but keeps the disks and settings that cannot change. */
  JsonObject wanted(JsonObject other) {
    JsonObject.Builder wanted = JsonObject.builder();
    Set<String> keys = new TreeSet<>(other.names());
    keys.removeAll(LEFT_ALONE);
    for (String key : keys) {
      JsonValue value = Objects.requireNonNull(other.get(key));
      if (DISK.matcher(key).matches()) {
        value = disk(key, value);
      }
      if (key.equals("features") || key.matches("dev\\d+")) {
        continue;
      }
      wanted.put(key, value);
    }
    for (String name : before.names()) {
      boolean isKept =
          LEFT_ALONE.contains(name)
              || (needed.contains(name) && !keys.contains(name))
              || name.equals("features")
              || name.matches("dev\\d+");
      if (isKept) {
        wanted.put(name, Objects.requireNonNull(before.get(name)));
      }
    }
    return wanted.build();
  }

  // A disk keeps its content and takes only the options of the other disk.
  private JsonValue disk(String key, JsonValue other) {
    if (!(before.get(key) instanceof JsonString mine)) {
      return other;
    }
    PropertyString own = PropertyString.parse(mine.value());
    PropertyString options =
        PropertyString.parse(((JsonString) other).value()).without("size").without("version");
    StringBuilder text =
        new StringBuilder(Objects.requireNonNullElse(own.getOrBare("file"), "none"));
    for (PropertyString.Part part : options.parts()) {
      if (part.key() != null && !part.key().equals("file") && !part.key().equals("volume")) {
        text.append(',').append(part);
      }
    }
    for (String kept : List.of("size", "version")) {
      String value = own.get(kept);
      if (value != null) {
        text.append(',').append(kept).append('=').append(value);
      }
    }
    return new JsonString(text.toString());
  }

  /** The options that a refusal is about: {@code net0} where it says {@code net0.macaddr}. */
  static Set<String> options(InvalidRequestException refusal) {
    return refusal.faults().stream()
        .map(fault -> fault.parameter().replaceAll("\\..*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Removes the rejected settings. */
  static JsonObject without(JsonObject wanted, Set<String> refused, Set<String> all) {
    assertThat(refused).isNotEmpty();
    JsonObject.Builder rest = JsonObject.builder();
    for (String name : wanted.names()) {
      JsonValue value = Objects.requireNonNull(wanted.get(name));
      if (refused.contains(name)) {
        all.add(name + "=" + value);
      } else {
        rest.put(name, value);
      }
    }
    assertThat(rest.build().size()).as(String.valueOf(refused)).isLessThan(wanted.size());
    return rest.build();
  }

  /** Where two configurations are not equal to the letter. */
  static String sides(JsonObject after, JsonObject wanted) {
    return wanted.names().stream()
        .filter(name -> !Objects.equals(wanted.get(name), after.get(name)))
        .map(name -> name + ": " + after.get(name) + ", wanted " + wanted.get(name))
        .collect(Collectors.joining("\n"));
  }

  /** Compares apart from the code under test: key by key, part by part. */
  void assertIs(JsonObject after, JsonObject wanted) {
    assertThat(keys(after)).isEqualTo(keys(wanted));
    for (String key : keys(wanted)) {
      Set<String> is = parts(key, after);
      // A bare model has got an address.
      assertThat(parts(key, wanted))
          .as(key + " is " + is)
          .allMatch(
              part -> is.contains(part) || is.stream().anyMatch(p -> p.startsWith(part + "=")));
    }
  }

  private static Set<String> keys(JsonObject config) {
    return config.names().stream()
        .filter(name -> !LEFT_ALONE.contains(name) && !name.startsWith("unused"))
        .filter(name -> !(config.get(name) instanceof JsonString text && text.value().isBlank()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> parts(String key, JsonObject config) {
    JsonValue value = Objects.requireNonNull(config.get(key));
    String text = value instanceof JsonString string ? string.value() : value.toString();
    if (key.equals("description")) {
      return Set.of(text.stripTrailing());
    }
    return Arrays.stream(text.split("[,;]"))
        // The name of a default key is optional.
        .map(part -> part.strip().replaceFirst("^(file|volume|cputype|enabled|current|path)=", ""))
        // The format of a volume that is there is not noted again.
        .filter(part -> !part.isEmpty() && !part.startsWith("format="))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
