package io.github.proxmoxmpc.simulator.internal.storage;

import io.github.proxmoxmpc.simulator.internal.cluster.StorageType;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a storage, which the server keeps in files of their own: after the hooks of the
 * plugins of pve-storage 9.2.
 */
final class StorageSecrets {
  private static final String ENCRYPTION = "encryption-key";
  private static final String MASTER = "master-pubkey";
  private static final String GENERATED =
      "{\"kdf\":null,\"created\":\"%1$s\",\"modified\":\"%1$s\",\"data\":\"%2$s\","
          + "\"fingerprint\":\"%3$s\"}";

  private StorageSecrets() {}

  /**
   * Stores the secrets of a request. The options get only a mark of them.
   *
   * @return the {@code config} of the response, or null
   */
  static @Nullable Map<String, Object> store(
      StorageType type, RoutedCall call, SortedMap<String, String> options) {
    boolean creates = call.has("type");
    if (type.name().equals("esxi") && creates && !call.has("password")) {
      throw RefusalException.failure("missing password");
    }
    if (!type.name().equals("pbs")) {
      return null;
    }
    Map<String, Object> config = new TreeMap<>();
    String key = call.text(ENCRYPTION);
    if (key != null) {
      String text = key.equals("autogen") ? generated(call) : key;
      config.put(ENCRYPTION, text);
      options.put(ENCRYPTION, fingerprint(text));
    }
    if (call.has(MASTER)) {
      if (!options.containsKey(ENCRYPTION)) {
        throw RefusalException.failure(
            "'master-pubkey' can only be used together with 'encryption-key'");
      }
      options.put(MASTER, "1");
    }
    return config;
  }

  private static String generated(RoutedCall call) {
    String random = call.cluster().newUuid().replace("-", "");
    String fingerprint = (random + random).replaceAll("(..)(?=.)", "$1:");
    return String.format(
        java.util.Locale.ROOT, GENERATED, call.cluster().now(), random + "=", fingerprint);
  }

  private static String fingerprint(String key) {
    Map<String, @Nullable Object> read;
    try {
      read = JsonCodec.object(JsonCodec.read(key));
    } catch (IllegalArgumentException e) {
      read = Map.of();
    }
    if (!read.containsKey("data")) {
      throw RefusalException.failure(
          "Value does not seems like a valid, JSON formatted encryption key!");
    }
    Object fingerprint = read.get("fingerprint");
    return fingerprint == null ? "1" : fingerprint.toString();
  }
}
