package io.github.proxmoxmpc.api.tls;

import java.nio.file.Path;

/** Which server certificates a client takes for genuine. */
public sealed interface ServerTrust {
  /** Certificates that lead to an authority the Java platform trusts, and name the host. */
  record PlatformAuthorities() implements ServerTrust {}

  /**
   * Certificates that lead to one of the authorities in a PEM file (Proxmox VE keeps its own in
   * {@code /etc/pve/pve-root-ca.pem}), and name the host. The platform's authorities are not asked.
   *
   * @param pem a file with one certificate or more
   */
  record AuthorityFile(Path pem) implements ServerTrust {}

  /**
   * The one certificate with this fingerprint. It is identified byte for byte, so neither the host
   * name nor the dates in it matter: an expired one is taken, a renewed one is not.
   *
   * @param fingerprint of the server's own certificate, not of its authority
   */
  record PinnedCertificate(Fingerprint fingerprint) implements ServerTrust {}

  /** Any certificate: whoever stands in between may read and change everything, token included. */
  record InsecureAnyCertificate() implements ServerTrust {}
}
