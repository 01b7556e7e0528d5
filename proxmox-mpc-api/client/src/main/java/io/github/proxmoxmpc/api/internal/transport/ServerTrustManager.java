package io.github.proxmoxmpc.api.internal.transport;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks the certificate chain of the server. A rejection names the presented fingerprint. */
final class ServerTrustManager extends X509ExtendedTrustManager {
  private final Judge judge;
  private final X509Certificate[] authorities;

  ServerTrustManager(Judge judge, X509Certificate... authorities) {
    this.judge = judge;
    this.authorities = authorities.clone();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      judge.check(chain, authType);
    } catch (CertificateException e) {
      throw new UntrustedCertificateException(chain[0], e);
    }
  }

  // OkHttp verifies the host name itself, so socket and engine are not needed.
  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("this is a client: it only checks servers");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return authorities.clone();
  }

  /** Accepts or rejects a chain, which begins with the server's own certificate. */
  @FunctionalInterface
  interface Judge {
    void check(X509Certificate[] chain, String authType) throws CertificateException;
  }
}
