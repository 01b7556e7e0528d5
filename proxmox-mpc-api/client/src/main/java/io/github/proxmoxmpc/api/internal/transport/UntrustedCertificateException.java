package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.tls.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A certificate was rejected; holds its fingerprint, so that a person can check it. */
public final class UntrustedCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final Fingerprint presented;

  public UntrustedCertificateException(X509Certificate presented, CertificateException cause) {
    super(cause.getMessage(), cause);
    this.presented = Fingerprint.of(presented);
  }

  /** Returns the fingerprint that the server presented. */
  public Fingerprint presented() {
    return presented;
  }
}
