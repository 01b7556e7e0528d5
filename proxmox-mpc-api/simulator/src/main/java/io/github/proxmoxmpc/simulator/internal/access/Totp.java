package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238).
 *
 * @param secret the key, decoded
 * @param algorithm the name of the HMAC in Java
 * @param digits the length of a password
 * @param period the seconds for which a password is valid
 */
record Totp(byte[] secret, String algorithm, int digits, int period) {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** Reads a URI as an authenticator app takes it: {@code otpauth://totp/name?secret=…}. */
  static Totp parse(String uri) {
    try {
      URI parsed = URI.create(uri);
      if (!"otpauth".equals(parsed.getScheme()) || !"totp".equals(parsed.getHost())) {
        throw new IllegalArgumentException("not a totp uri");
      }
      Map<String, String> parameters = new HashMap<>();
      for (String pair : String.valueOf(parsed.getRawQuery()).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
      String secret = parameters.get("secret");
      if (secret == null) {
        throw new IllegalArgumentException("no secret");
      }
      return new Totp(
          decoded(secret),
          "Hmac" + parameters.getOrDefault("algorithm", "SHA1").toUpperCase(Locale.ROOT),
          Integer.parseInt(parameters.getOrDefault("digits", "6")),
          Integer.parseInt(parameters.getOrDefault("period", "30")));
    } catch (IllegalArgumentException malformed) {
      throw RefusalException.failure("failed to parse TOTP uri");
    }
  }

  /**
   * Returns the step of a password that is valid now, one step ago or one step ahead; -1 if it is
   * wrong.
   */
  long step(String password, long now) {
    for (long step = now / period - 1; step <= now / period + 1; step++) {
      if (at(step).equals(password)) {
        return step;
      }
    }
    return -1;
  }

  private String at(long step) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%0" + digits + "d", number % (long) Math.pow(10, digits));
    } catch (GeneralSecurityException e) {
      throw RefusalException.failure("failed to parse TOTP uri");
    }
  }

  private static byte[] decoded(String text) {
    String letters = text.replace("=", "").toUpperCase(Locale.ROOT);
    byte[] octets = new byte[letters.length() * 5 / 8];
    int bits = 0;
    int buffer = 0;
    int next = 0;
    for (int i = 0; i < letters.length(); i++) {
      int value = BASE32.indexOf(letters.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not base32");
      }
      buffer = buffer << 5 | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        octets[next++] = (byte) (buffer >> bits);
      }
    }
    if (octets.length == 0) {
      throw new IllegalArgumentException("empty secret");
    }
    return octets;
  }

  /** Returns nothing about the secret. */
  @Override
  public String toString() {
    return "Totp";
  }
}
