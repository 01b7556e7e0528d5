package io.github.proxmoxmpc.api.internal.transport;

import io.github.proxmoxmpc.api.tls.Fingerprint;
import io.github.proxmoxmpc.api.tls.ServerTrust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes an OkHttp client trust the certificates of a {@link ServerTrust}, and no others. */
final class TlsSetup {
  private static final Logger log = LoggerFactory.getLogger("io.github.proxmoxmpc.api");

  // A pinned certificate identifies the server without its name.
  private static final HostnameVerifier ANY_NAME = (host, session) -> true;

  private TlsSetup() {}

  /**
   * Sets the certificates that a client trusts.
   *
   * @param isShared whether the builder was made from a user's client, which may verify host names
   *     in its own way
   */
  static void apply(
      ServerTrust trust, String endpoint, OkHttpClient.Builder http, boolean isShared) {
    if (trust instanceof ServerTrust.PlatformAuthorities) {
      useWithName(authorities(null), http, isShared);
    } else if (trust instanceof ServerTrust.AuthorityFile file) {
      useWithName(authorities(keyStore(file.pem())), http, isShared);
    } else if (trust instanceof ServerTrust.PinnedCertificate pin) {
      use(pinned(pin.fingerprint()), ANY_NAME, http);
    } else if (trust instanceof ServerTrust.InsecureAnyCertificate) {
      log.warn(
          "TLS verification is OFF for {}: an attacker in the network can read the credentials and"
              + " change every response. Pin the certificate's fingerprint instead.",
          endpoint);
      use(new ServerTrustManager((chain, authType) -> {}), ANY_NAME, http);
    }
  }

  private static ServerTrustManager pinned(Fingerprint expected) {
    return new ServerTrustManager(
        (chain, authType) -> {
          if (!Fingerprint.of(chain[0]).equals(expected)) {
            throw new CertificateException("it is not the pinned certificate " + expected);
          }
        });
  }

  private static ServerTrustManager authorities(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager x509) {
          return new ServerTrustManager(x509::checkServerTrusted, x509.getAcceptedIssuers());
        }
      }
      throw new IllegalStateException("The Java platform offers no X.509 trust manager");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot use the trust store of the Java platform", e);
    }
  }

  private static KeyStore keyStore(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot read the CA file " + pem + ": it contains no certificate");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates) {
        store.setCertificateEntry("ca" + store.size(), certificate);
      }
      return store;
    } catch (IOException e) {
      throw new IllegalArgumentException("Cannot read the CA file " + pem + ": " + e, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "Cannot read the CA file " + pem + ": it must contain X.509 certificates in PEM format",
          e);
    }
  }

  private static void useWithName(
      ServerTrustManager trust, OkHttpClient.Builder http, boolean isShared) {
    SSLSocketFactory sockets = socketFactory(trust);
    http.sslSocketFactory(sockets, trust);
    if (isShared) {
      // OkHttp's own verifier, from a client with our trust: one without would load the JDK's.
      OkHttpClient standard = new OkHttpClient.Builder().sslSocketFactory(sockets, trust).build();
      http.hostnameVerifier(standard.hostnameVerifier());
    }
  }

  private static void use(
      ServerTrustManager trust, HostnameVerifier names, OkHttpClient.Builder http) {
    http.sslSocketFactory(socketFactory(trust), trust).hostnameVerifier(names);
  }

  private static SSLSocketFactory socketFactory(ServerTrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The Java platform offers no TLS", e);
    }
  }
}
