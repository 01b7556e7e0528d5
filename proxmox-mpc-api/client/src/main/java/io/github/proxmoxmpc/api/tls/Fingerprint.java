package io.github.proxmoxmpc.api.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 fingerprint of a certificate, as Proxmox VE shows it under Node, System,
 * Certificates.
 *
 * @param value 32 bytes in upper-case hexadecimal, separated by colons
 */
public record Fingerprint(String value) {
  private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();
  private static final int BYTES = 32;

  /**
   * Creates a fingerprint from {@code AB:CD:...} or {@code abcd...}.
   *
   * @throws IllegalArgumentException if the text is not 32 bytes in hexadecimal
   */
  public Fingerprint {
    String digits = value.strip().replace(":", "").toUpperCase(Locale.ROOT);
    if (digits.length() != 2 * BYTES || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is not a SHA-256 fingerprint: it must have 32 bytes in hexadecimal, such as AB:CD:..."
              + " See Node, System, Certificates, or run: openssl x509 -noout -fingerprint -sha256");
    }
    value = HEX.formatHex(HexFormat.of().parseHex(digits));
  }

  /**
   * Creates a fingerprint from {@code AB:CD:...} or {@code abcd...}.
   *
   * @throws IllegalArgumentException if the text is not 32 bytes in hexadecimal
   */
  public static Fingerprint of(String text) {
    return new Fingerprint(text);
  }

  /** Computes the fingerprint of a certificate. */
  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HEX.formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("the certificate has no encoded form", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
