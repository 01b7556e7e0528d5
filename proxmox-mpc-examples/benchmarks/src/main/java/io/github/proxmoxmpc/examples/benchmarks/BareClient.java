package io.github.proxmoxmpc.examples.benchmarks;

import java.io.IOException;
import java.security.cert.X509Certificate;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;

/** Makes the same call as the typed client with OkHttp alone. */
final class BareClient {
  private BareClient() {}

  static OkHttpClient trusting(X509Certificate certificate) {
    HandshakeCertificates trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(certificate).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
        .build();
  }

  static String get(OkHttpClient http, String url) throws IOException {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", "PVEAPIToken=ci@pve!build=secret")
            .build();
    try (Response response = http.newCall(request).execute()) {
      return response.body().string();
    }
  }
}
