package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.StorageType;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the parameters of a request become the options of a storage, with the checks of check_config
 * of PVE::SectionConfig and of the plugins of pve-storage 9.2.
 */
final class StorageDefinition {
  private static final Set<String> CONTROLS = Set.of("storage", "type", "digest", "delete");
  private static final Set<String> MOUNTED = Set.of("nfs", "cifs", "cephfs");

  private final StorageType type;
  private final RoutedCall call;

  StorageDefinition(StorageType type, RoutedCall call) {
    this.type = type;
    this.call = call;
  }

  /** Returns the options of a new storage. */
  SortedMap<String, String> created() {
    String id = call.required("storage");
    SortedMap<String, String> sent = sent();
    if (MOUNTED.contains(type.name())) {
      sent.putIfAbsent("path", "/mnt/pve/" + id);
    }
    SortedMap<String, String> options = checked(sent);
    type.options()
        .forEach(
            (name, option) -> {
              if (option.required() && !sent.containsKey(name)) {
                throw RefusalException.failure("missing value for required option '" + name + "'");
              }
            });
    if (type.name().equals("dir") || type.name().equals("btrfs")) {
      options.put("path", directory(options.get("path")));
    }
    options.put("type", type.name());
    return options;
  }

  private static String directory(@Nullable String path) {
    if (path == null || !path.matches("/[-/a-zA-Z0-9_.@]+")) {
      throw RefusalException.failure("illegal path for directory storage: " + path);
    }
    return path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  /** Returns the options to set in a storage. */
  SortedMap<String, String> changed() {
    SortedMap<String, String> sent = sent();
    for (String name : sent.keySet()) {
      StorageType.Option option = type.options().get(name);
      if (option != null && option.fixed()) {
        throw RefusalException.failure("can't change value of fixed parameter '" + name + "'");
      }
    }
    return checked(sent);
  }

  /** Returns the options to delete from a storage. */
  List<String> deleted() {
    List<String> deleted = new ArrayList<>();
    for (String name : call.list("delete")) {
      StorageType.Option option = type.options().get(name);
      if (option == null) {
        throw RefusalException.failure("no such option '" + name + "'");
      }
      if (option.required()) {
        throw RefusalException.failure("unable to delete required option '" + name + "'");
      }
      if (option.fixed()) {
        throw RefusalException.failure("unable to delete fixed option '" + name + "'");
      }
      if (call.has(name) && !option.secret()) {
        throw RefusalException.failure(
            "cannot set and delete property '" + name + "' at the same time!");
      }
      deleted.add(name);
    }
    return deleted;
  }

  private SortedMap<String, String> sent() {
    SortedMap<String, String> sent = new TreeMap<>();
    call.parameters()
        .forEach(
            (name, value) -> {
              StorageType.Option option = type.options().get(name);
              boolean isSecret = option != null && option.secret();
              if (!CONTROLS.contains(name) && !isSecret) {
                sent.put(
                    name,
                    value instanceof List<?>
                        ? String.join(",", call.list(name))
                        : value.toString());
              }
            });
    return sent;
  }

  private SortedMap<String, String> checked(Map<String, String> sent) {
    SortedMap<String, String> options = new TreeMap<>();
    sent.forEach(
        (name, value) -> {
          if (!type.options().containsKey(name)) {
            throw RefusalException.failure("unexpected property '" + name + "'");
          }
          String decoded = decoded(name, value);
          if (decoded != null) {
            options.put(name, decoded);
          }
        });
    return options;
  }

  // What the type does not support is dropped with a warning in the log of the daemon.
  private @Nullable String decoded(String name, String value) {
    return switch (name) {
      case "content" -> contents(value);
      case "content-dirs" ->
          String.join(
              ",",
              ParameterCheck.split(value).stream()
                  .filter(part -> type.contents().contains(part.replaceFirst("=.*", "")))
                  .toList());
      case "format" -> type.formats().contains(value) ? value : null;
      case "nodes" -> String.join(",", ParameterCheck.split(value));
      default -> value;
    };
  }

  private String contents(String value) {
    List<String> kept =
        ParameterCheck.split(value).stream().filter(type.contents()::contains).distinct().toList();
    if (kept.contains("none") && kept.size() > 1) {
      throw RefusalException.failure("unable to combine 'none' with other content types");
    }
    if (kept.isEmpty() && !type.contents().contains("none")) {
      throw RefusalException.failure("storage does not support content type 'none'");
    }
    return kept.isEmpty() ? "none" : String.join(",", kept);
  }
}
