package io.github.proxmoxmpc.examples.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.rest.cluster.resources.ResourcesEntry;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decodes a list of 10,000 guests and reads ten fields of each, with the typed client and with
 * Jackson into plain classes. Both keep the other ten fields as well. Both get the response from
 * the same OkHttpClient, which holds it in memory.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {
  private static final String URL = "https://pve.example:8006";
  private static final MediaType JSON = MediaType.get("application/json;charset=UTF-8");

  private final byte[] answer = ResourceList.of(10_000);
  private final OkHttpClient http =
      new OkHttpClient.Builder()
          .addInterceptor(
              chain ->
                  new Response.Builder()
                      .request(chain.request())
                      .protocol(Protocol.HTTP_1_1)
                      .code(200)
                      .message("OK")
                      .body(ResponseBody.create(answer, JSON))
                      .build())
          .build();
  private final ProxmoxClient pve =
      ProxmoxClient.builder(URL)
          .token("ci@pve!build", Secret.of("secret"))
          .connection(c -> c.httpClient(http))
          .build();
  private final ObjectMapper jackson = new ObjectMapper();

  /** Closes the client. */
  @TearDown
  public void close() {
    pve.close();
  }

  /** Decodes with the typed client. */
  @Benchmark
  public void typed(Blackhole hole) {
    for (ResourcesEntry row : pve.api().cluster().resources().get()) {
      hole.consume(row.vmid());
      hole.consume(row.name());
      hole.consume(row.node());
      hole.consume(row.status());
      hole.consume(row.type());
      hole.consume(row.maxmem());
      hole.consume(row.mem());
      hole.consume(row.cpu());
      hole.consume(row.uptime());
      hole.consume(row.tags());
    }
  }

  /** Decodes with Jackson. */
  @Benchmark
  public void jackson(Blackhole hole) throws IOException {
    Request request = new Request.Builder().url(URL + "/api2/json/cluster/resources").build();
    try (Response response = http.newCall(request).execute()) {
      for (JacksonResources.Row row :
          jackson.readValue(response.body().bytes(), JacksonResources.class).data) {
        hole.consume(row.vmid);
        hole.consume(row.name);
        hole.consume(row.node);
        hole.consume(row.status);
        hole.consume(row.type);
        hole.consume(row.maxmem);
        hole.consume(row.mem);
        hole.consume(row.cpu);
        hole.consume(row.uptime);
        hole.consume(row.tags);
      }
    }
  }
}
