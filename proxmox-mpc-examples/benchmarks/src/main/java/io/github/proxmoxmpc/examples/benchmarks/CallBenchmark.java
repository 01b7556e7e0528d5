package io.github.proxmoxmpc.examples.benchmarks;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusCurrent;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures a small read over TLS on loopback, typed and with OkHttp alone, without decoding. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  private final LoopbackServer server = new LoopbackServer();
  private final ProxmoxClient pve =
      ProxmoxClient.builder(server.url())
          .token("ci@pve!build", Secret.of("secret"))
          .fingerprint(server.fingerprint())
          .build();
  private final OkHttpClient http = BareClient.trusting(server.certificate());

  /** Closes the client and the server. */
  @TearDown
  public void close() {
    pve.close();
    server.close();
  }

  /** Calls with the typed client. */
  @Benchmark
  public QemuStatusCurrent typed() {
    return pve.api().nodes("pve1").qemu(100).status().current().get();
  }

  /** Calls with OkHttp. */
  @Benchmark
  public String bare() throws IOException {
    return BareClient.get(http, server.url() + LoopbackServer.PATH);
  }
}
