package io.github.proxmoxmpc.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import okio.ByteString;

/** Compresses long responses for clients that accept it, as PVE::APIServer::AnyEvent does. */
final class Compression {
  private static final int LONGEST_PLAIN = 1024;

  private Compression() {}

  static SimulatorResponse apply(SimulatorRequest request, SimulatorResponse response) {
    String accepted = request.header("Accept-Encoding").orElse("");
    String encoding =
        accepted.contains("gzip") ? "gzip" : accepted.contains("deflate") ? "deflate" : "";
    if (encoding.isEmpty() || response.body().size() <= LONGEST_PLAIN) {
      return response;
    }
    List<Header> headers = new ArrayList<>(response.headers());
    headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Length"));
    headers.add(new Header("Content-Encoding", encoding));
    return new SimulatorResponse(
        response.status(),
        response.reason(),
        headers,
        compressed(response.body(), encoding),
        response.delay());
  }

  private static ByteString compressed(ByteString body, String encoding) {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (DeflaterOutputStream sink =
        encoding.equals("gzip") ? new FastGzip(target) : new DeflaterOutputStream(target)) {
      body.write(sink);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot compress in memory", e);
    }
    return ByteString.of(target.toByteArray());
  }

  // The default level costs more time than everything else about a long list.
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream target) throws IOException {
      super(target);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
