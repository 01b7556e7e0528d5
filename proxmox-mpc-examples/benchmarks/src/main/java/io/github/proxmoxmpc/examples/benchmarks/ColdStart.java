package io.github.proxmoxmpc.examples.benchmarks;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Makes one call in a new JVM, and prints the time in microseconds. */
final class ColdStart {
  private ColdStart() {}

  /**
   * Makes the call.
   *
   * @param arguments typed or bare, the server, its certificate (base64) and its fingerprint
   */
  public static void main(String[] arguments) throws Exception {
    String url = arguments[1];
    long begun = System.nanoTime();
    String status =
        arguments[0].equals("typed") ? typed(url, arguments[3]) : bare(url, arguments[2]);
    long micros = (System.nanoTime() - begun) / 1000;
    if (!status.contains("running")) {
      throw new IllegalStateException("not the answer that was expected: " + status);
    }
    System.out.println(micros);
  }

  private static String typed(String url, String fingerprint) {
    try (ProxmoxClient pve =
        ProxmoxClient.builder(url)
            .token("ci@pve!build", Secret.of("secret"))
            .fingerprint(fingerprint)
            .build()) {
      return String.valueOf(pve.api().nodes("pve1").qemu(100).status().current().get().status());
    }
  }

  private static String bare(String url, String certificate) throws Exception {
    byte[] der = Base64.getDecoder().decode(certificate);
    X509Certificate trusted =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der));
    return BareClient.get(BareClient.trusting(trusted), url + LoopbackServer.PATH);
  }
}
