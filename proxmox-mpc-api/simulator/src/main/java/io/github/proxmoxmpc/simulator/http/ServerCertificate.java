package io.github.proxmoxmpc.simulator.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A self-signed certificate for {@code localhost}, {@code 127.0.0.1} and {@code ::1}. Each
 * simulator creates its own. The private key never leaves this object.
 */
public final class ServerCertificate {
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  private final HeldCertificate held;

  private ServerCertificate(HeldCertificate held) {
    this.held = held;
  }

  /** Creates a certificate. The elliptic-curve key takes milliseconds. */
  public static ServerCertificate selfSigned() {
    return new ServerCertificate(
        new HeldCertificate.Builder()
            .commonName("Proxmox VE simulator")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .duration(30, TimeUnit.DAYS)
            .build());
  }

  /** Returns the SHA-256 fingerprint as Proxmox VE shows it: {@code AB:CD:...}, 32 pairs. */
  public String fingerprint() {
    try {
      byte[] encoded = held.certificate().getEncoded();
      return COLONS.formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("Cannot compute the fingerprint of the certificate", e);
    }
  }

  /** Returns the certificate in PEM. Clients can trust it as its own certificate authority. */
  public String pem() {
    return held.certificatePem();
  }

  SSLSocketFactory socketFactory() {
    return new HandshakeCertificates.Builder().heldCertificate(held).build().sslSocketFactory();
  }
}
