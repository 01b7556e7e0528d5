package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.tls.Fingerprint;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** A certificate that was refused, with what a person needs to decide about it. */
public final class UntrustedCertificateException extends CertificateException {
  private static final long serialVersionUID = 1L;

  private final Fingerprint presented;

  public UntrustedCertificateException(X509Certificate presented, CertificateException cause) {
    super(cause.getMessage(), cause);
    this.presented = Fingerprint.of(presented);
  }

  public Fingerprint presented() {
    return presented;
  }
}
