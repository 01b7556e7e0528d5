package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.auth.ApiToken;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a client's settings from environment variables. */
final class ClientEnvironment {
  private static final String URL = "PROXMOX_URL";
  private static final String TOKEN = "PROXMOX_TOKEN";
  private static final String FINGERPRINT = "PROXMOX_FINGERPRINT";
  private static final String CA = "PROXMOX_CA";
  private static final String INSECURE = "PROXMOX_INSECURE";

  private final Map<String, String> environment;

  ClientEnvironment(Map<String, String> environment) {
    this.environment = environment;
  }

  ProxmoxClient client() {
    String url = required(URL, "the address of the server, such as https://pve1:8006");
    String token = required(TOKEN, "an API token in the form user@realm!id=secret");
    ProxmoxClient.Builder builder = named(URL, () -> ProxmoxClient.builder(url));
    builder.credentials(named(TOKEN, () -> ApiToken.parse(token)));
    String fingerprint = optional(FINGERPRINT);
    String authorities = optional(CA);
    boolean insecure = truth(INSECURE, optional(INSECURE));
    if (Stream.of(fingerprint != null, authorities != null, insecure).filter(on -> on).count()
        > 1) {
      throw new IllegalArgumentException(
          "Cannot combine the TLS settings: set only one of "
              + FINGERPRINT
              + ", "
              + CA
              + " and "
              + INSECURE);
    }
    if (fingerprint != null) {
      named(FINGERPRINT, () -> builder.fingerprint(fingerprint));
    } else if (authorities != null) {
      return named(CA, () -> builder.certificateAuthorities(Path.of(authorities)).build());
    } else if (insecure) {
      builder.insecureTrustAnyCertificate();
    }
    return builder.build();
  }

  private String required(String name, String meaning) {
    String value = optional(name);
    if (value == null) {
      throw new IllegalArgumentException("Cannot create a client: set " + name + " to " + meaning);
    }
    return value;
  }

  private @Nullable String optional(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static boolean truth(String name, @Nullable String value) {
    if (value == null) {
      return false;
    }
    return switch (value) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      // Rejected, because a typo must not silently mean false.
      default -> throw new IllegalArgumentException(name + " must be true or false: " + value);
    };
  }

  private static <T> T named(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
