package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Masks secrets in recorded requests. */
final class SecretMask {
  private static final String MASK = "**********";

  private SecretMask() {}

  static Map<String, String> mask(Map<String, Object> parameters) {
    Map<String, String> masked = new TreeMap<>();
    parameters.forEach(
        (name, value) -> masked.put(name, isSecret(name) ? MASK : String.valueOf(value)));
    return masked;
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("password")
        || lower.contains("secret")
        || lower.contains("privkey")
        || lower.contains("private")
        || lower.equals("key")
        || lower.equals("keyring")
        || lower.equals("encryption-key")
        || lower.equals("master-pubkey")
        || lower.equals("token")
        || lower.equals("totp")
        || lower.equals("otp")
        || lower.equals("value")
        || lower.equals("tfa-challenge")
        || lower.equals("vncticket")
        || lower.equals("code")
        || lower.equals("client-key")
        || lower.equals("input-data");
  }
}
