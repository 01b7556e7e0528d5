package io.github.proxmoxmpc.iac;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.iac.template.Template;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The hashes of the files as the workspace wrote them.
 *
 * @param hashes the SHA-256 in hexadecimal by path
 */
record Manifest(SortedMap<String, String> hashes) {
  static final String PATH = ".proxmox-mpc/manifest.json";

  Manifest {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  static Manifest empty() {
    return new Manifest(new TreeMap<>());
  }

  /** Parses a manifest. A damaged one is treated as empty, so that no file is overwritten. */
  static Manifest parse(String text) {
    SortedMap<String, String> hashes = new TreeMap<>();
    JsonValue value;
    try {
      value = JsonValue.parse(text);
    } catch (IllegalArgumentException e) {
      return empty();
    }
    if (value instanceof JsonObject root && root.get("files") instanceof JsonObject files) {
      for (String path : files.names()) {
        if (files.get(path) instanceof JsonString hash) {
          hashes.put(path, hash.value());
        }
      }
    }
    return new Manifest(hashes);
  }

  String print() {
    return new Template(Manifest.class, "manifest.stg", "manifest")
        .render(
            Map.of(
                "files",
                hashes.entrySet().stream()
                    .map(
                        file ->
                            new JsonString(file.getKey()) + ": " + new JsonString(file.getValue()))
                    .toList()));
  }

  static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
