package io.github.proxmoxmpc.api.tls;

import java.nio.file.Path;

/** The server certificates that a client trusts. */
public sealed interface ServerTrust {
  /** Certificates for the host name, issued by an authority that the Java platform trusts. */
  record PlatformAuthorities() implements ServerTrust {}

  /**
   * Certificates for the host name, issued by an authority in a PEM file. Proxmox VE keeps its own
   * in {@code /etc/pve/pve-root-ca.pem}. The authorities of the Java platform are not trusted.
   *
   * @param pem a file with at least one certificate
   */
  record AuthorityFile(Path pem) implements ServerTrust {}

  /**
   * The one certificate with this fingerprint. Its host name and its dates are not checked: it is
   * accepted after it has expired, and a renewed certificate is not.
   *
   * @param fingerprint the fingerprint of the server's own certificate, not of its authority
   */
  record PinnedCertificate(Fingerprint fingerprint) implements ServerTrust {}

  /** Any certificate. An attacker on the network path can read and change everything. */
  record InsecureAnyCertificate() implements ServerTrust {}
}
