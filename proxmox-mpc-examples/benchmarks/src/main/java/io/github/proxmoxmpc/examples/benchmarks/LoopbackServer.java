package io.github.proxmoxmpc.examples.benchmarks;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Answers every request with the state of one VM, over TLS on loopback. */
final class LoopbackServer implements AutoCloseable {
  static final String PATH = "/api2/json/nodes/pve1/qemu/100/status/current";

  // The fields of Proxmox VE 9.2.
  private static final byte[] ANSWER =
      ("{\"data\":{\"status\":\"running\",\"vmid\":100,\"name\":\"web\",\"cpus\":4,\"cpu\":0.0117,"
              + "\"mem\":1073741824,\"maxmem\":8589934592,\"disk\":0,\"maxdisk\":34359738368,"
              + "\"diskread\":811311,\"diskwrite\":441144,\"netin\":7100,\"netout\":9920,"
              + "\"uptime\":86400,\"pid\":4711,\"qmpstatus\":\"running\",\"running-machine\":"
              + "\"pc-i440fx-10.0+pve0\",\"running-qemu\":\"10.0.2\",\"ha\":{\"managed\":0},"
              + "\"tags\":\"prod;web\",\"agent\":1,\"clipboard\":null}}")
          .getBytes(StandardCharsets.UTF_8);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpsServer server;
  private final X509Certificate certificate;

  LoopbackServer() {
    // Else an answer waits 40 ms for the other side's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HeldCertificate held =
        new HeldCertificate.Builder()
            .commonName("pve1")
            .addSubjectAlternativeName(loopback.getHostAddress())
            .build();
    certificate = held.certificate();
    try {
      server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            new HandshakeCertificates.Builder().heldCertificate(held).build().sslContext()));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json;charset=UTF-8");
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "https://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  X509Certificate certificate() {
    return certificate;
  }

  String fingerprint() {
    return Fingerprint.of(certificate).value();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
