package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.tls.Fingerprint;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;

/**
 * An HTTPS server that keeps the last request as the bytes that arrived, and answers one thing. The
 * first question for its version is the client's own, and is not kept.
 */
final class RawServer implements AutoCloseable {
  private static final String ROOT = "/api2/json/";
  private static final String VERSION = "GET " + ROOT + "version HTTP/1.1";
  private static final String NEWEST =
      "{\"version\":\"9.2.11\",\"release\":\"9.2\",\"repoid\":\"0123456789abcdef\"}";

  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final SSLServerSocket listening;

  private volatile String answer = "null";
  private volatile @Nullable Request last;
  private volatile boolean askedForVersion;

  /**
   * A request as it arrived.
   *
   * @param head the request line and the headers
   * @param body what came after them
   */
  record Request(String head, String body) {
    String line() {
      return head.substring(0, head.indexOf("\r\n"));
    }

    /** Returns the decoded segments of its path below the root of the API. */
    List<String> segments() {
      String path = line().split(" ")[1].split("\\?")[0];
      assertThat(path).startsWith(ROOT);
      return Arrays.stream(path.substring(ROOT.length()).split("/", -1))
          .map(segment -> URI.create("/" + segment).getPath().substring(1))
          .toList();
    }

    /** The same with a boundary of its parts that says nothing. */
    Request comparable() {
      String type = header("Content-Type");
      if (type == null || !type.contains("boundary=")) {
        return this;
      }
      String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
      return new Request(head.replace(boundary, "..."), body.replace(boundary, "..."));
    }

    /** The value of a header; null where it is not there. */
    @Nullable String header(String name) {
      for (String line : head.split("\r\n")) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return null;
    }
  }

  RawServer() throws IOException {
    listening =
        (SSLServerSocket)
            new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** A client of it, with a token. */
  ProxmoxClient client() {
    return ProxmoxClient.builder("https://localhost:" + listening.getLocalPort())
        .token("ci@pve!build", Secret.of("00000000-0000-4000-8000-000000000000"))
        .fingerprint(Fingerprint.of(certificate.certificate()).value())
        .build();
  }

  /** Sets the response from now on, as the JSON text of {@code data}. */
  void answer(String data) {
    answer = data;
    last = null;
  }

  /** The last request since {@link #answer} was called. */
  Request request() {
    Request request = last;
    if (request == null) {
      throw new AssertionError("no request arrived");
    }
    return request;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Request head = new Request(head(in), "");
        String length = head.header("Content-Length");
        byte[] body = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
        Request request = new Request(head.head(), new String(body, StandardCharsets.ISO_8859_1));
        byte[] data = ("{\"data\":" + answerTo(request) + "}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
            ("HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: "
                    + data.length
                    + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        out.writeTo(socket.getOutputStream());
      }
    } catch (EOFException e) {
      // The client has let go of the connection.
    } catch (IOException e) {
      if (!listening.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String answerTo(Request request) {
    if (!askedForVersion && request.line().equals(VERSION)) {
      askedForVersion = true;
      return NEWEST;
    }
    last = request;
    return answer;
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int end = 0;
    while (end < 4) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.write(next);
      end = next == (end % 2 == 0 ? '\r' : '\n') ? end + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }
}
