package io.github.proxmoxmpc.simulator;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time passwords as an authenticator app computes them (RFC 6238: SHA-1, 30 s, 6 digits). */
final class OneTimePassword {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int PERIOD_SECONDS = 30;

  private OneTimePassword() {}

  /** Returns the password of a time. */
  static String at(String secret, Instant time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(decoded(secret), "HmacSHA1"));
      long step = time.getEpochSecond() / PERIOD_SECONDS;
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0x0f;
      int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA1 is not available", e);
    }
  }

  private static byte[] decoded(String secret) {
    byte[] octets = new byte[secret.length() * 5 / 8];
    int bits = 0;
    int buffer = 0;
    int next = 0;
    for (char letter : secret.toCharArray()) {
      buffer = buffer << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        octets[next++] = (byte) (buffer >> bits);
      }
    }
    return octets;
  }
}
