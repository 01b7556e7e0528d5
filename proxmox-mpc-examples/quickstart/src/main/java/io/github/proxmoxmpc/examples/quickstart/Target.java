package io.github.proxmoxmpc.examples.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cluster to read, as the environment names it.
 *
 * @param url its address, {@code https://pve1:8006}
 * @param tokenId the API token, {@code user@realm!name}
 * @param secret the token's secret; never printed
 * @param trust how the server proves who it is
 */
record Target(String url, String tokenId, String secret, Trust trust) {

  /** How the server proves who it is. */
  sealed interface Trust {
    /** By a certificate that this machine trusts anyway. */
    record System() implements Trust {}

    /** By a certificate of this SHA-256 fingerprint, and no other. */
    record Fingerprint(String sha256) implements Trust {}

    /** By a certificate that this authority signed. */
    record Authority(Path file) implements Trust {}

    /** Not at all. */
    record Insecure() implements Trust {}
  }

  /** Whether the environment names a cluster at all. */
  static boolean isNamedIn(Map<String, String> environment) {
    return !environment.getOrDefault("PROXMOX_URL", "").isBlank();
  }

  /**
   * Reads {@code PROXMOX_URL}, {@code PROXMOX_TOKEN} and at most one of {@code PROXMOX_FINGERPRINT},
   * {@code PROXMOX_CA} and {@code PROXMOX_INSECURE}.
   *
   * @throws UsageException when one of them is missing or ill-formed
   */
  static Target from(Map<String, String> environment) {
    String token = environment.getOrDefault("PROXMOX_TOKEN", "").strip();
    int equals = token.indexOf('=');
    int bang = token.indexOf('!');
    if (equals < 0 || bang < 0 || bang > equals || equals == token.length() - 1) {
      throw new UsageException(
          "PROXMOX_TOKEN is "
              + (token.isEmpty() ? "not set" : "ill-formed")
              + ": it takes user@realm!id=secret, as 'pveum user token add' prints the two parts");
    }
    return new Target(
        environment.getOrDefault("PROXMOX_URL", "").strip(),
        token.substring(0, equals),
        token.substring(equals + 1),
        trust(environment));
  }

  private static Trust trust(Map<String, String> environment) {
    List<Trust> named = new ArrayList<>();
    String fingerprint = environment.getOrDefault("PROXMOX_FINGERPRINT", "").strip();
    String authority = environment.getOrDefault("PROXMOX_CA", "").strip();
    String insecure = environment.getOrDefault("PROXMOX_INSECURE", "").strip();
    if (!fingerprint.isEmpty()) {
      named.add(new Trust.Fingerprint(fingerprint));
    }
    if (!authority.isEmpty()) {
      named.add(new Trust.Authority(Path.of(authority)));
    }
    if (insecure.equals("true")) {
      named.add(new Trust.Insecure());
    } else if (!insecure.isEmpty() && !insecure.equals("false")) {
      throw new UsageException("PROXMOX_INSECURE=" + insecure + ": it takes true or false");
    }
    if (named.size() > 1) {
      throw new UsageException(
          "Set only one of PROXMOX_FINGERPRINT, PROXMOX_CA and PROXMOX_INSECURE=true");
    }
    return named.isEmpty() ? new Trust.System() : named.get(0);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return url + " as " + tokenId;
  }

  /** What a person has to mend in the call or the environment. */
  static final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }
}
