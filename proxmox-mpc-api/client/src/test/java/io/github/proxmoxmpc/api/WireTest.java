package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.cluster.acme.AcmeTosPath;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(CallStyle.class)
class WireTest {
  private final TestServer server = new TestServer();
  private final ProxmoxClient client = server.client();
  private final CallStyle way;
  private final TestApi api;

  WireTest(CallStyle way) {
    this.way = way;
    this.api = new TestApi(client, way);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void parametersOfAReadAreEncodedInTheQueryInOrder() {
    server.answersData("{}");
    api.config(
        "pve",
        "100",
        Parameters.builder()
            .set("z", "a=b;c&d e+f/ü%:,'\"~")
            .set("snapshot", List.of("100", "101"))
            .build());
    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo(
            "GET /api2/json/nodes/pve/qemu/100/config?z=a%3Db%3Bc%26d%20e%2Bf%2F%C3%BC%25%3A%2C%27"
                + "%22~&snapshot=100&snapshot=101 HTTP/1.1");
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void parametersOfAWriteAreEncodedInAFormInOrder() {
    server.answersData("null");
    api.putConfig(
        Parameters.builder()
            .set("net0", "virtio=BC:24:11:00:00:01,bridge=vmbr0")
            .set("tags", "a;b c+d")
            .set("vms", List.of("1", "2"))
            .build());
    RecordedRequest request = server.request();
    assertThat(request.getRequestLine())
        .isEqualTo("PUT /api2/json/nodes/pve/qemu/100/config HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "net0=virtio%3DBC%3A24%3A11%3A00%3A00%3A01%2Cbridge%3Dvmbr0&tags=a%3Bb%20c%2Bd"
                + "&vms=1&vms=2");
  }

  @Test
  @Tag("F04")
  void aWriteWithoutParametersDeclaresAnEmptyBody() {
    server.answersData("null");
    api.putConfig(Parameters.none());
    RecordedRequest request = server.request();
    assertThat(request.getHeaders().get("Content-Length")).isEqualTo("0");
    assertThat(request.getHeaders().get("Transfer-Encoding")).isNull();
  }

  @Test
  void aDeleteHasItsParametersInTheQueryAndNoBody() {
    server.answersData("null");
    api.delete(Parameters.builder().set("poolid", "a/b").build());
    RecordedRequest request = server.request();
    assertThat(request.getRequestLine()).isEqualTo("DELETE /api2/json/pools?poolid=a%2Fb HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Length")).isNull();
    assertThat(request.getHeaders().get("Content-Type")).isNull();
    assertThat(request.getBodySize()).isZero();
  }

  @Test
  void aVolumeIdArrivesAsOneSegmentOfThePath() {
    server.answersData("null");
    api.deleteContent("local:iso/a b%2F#?;ü.iso");
    RecordedRequest request = server.request();
    String target = request.getTarget();
    assertThat(target)
        .startsWith("/api2/json/nodes/pve/storage/local/content/local:iso%2F")
        .doesNotContain(" ", "#", "?");
    assertThat(request.getUrl().pathSegments())
        .endsWith("content", "local:iso/a b%2F#?;ü.iso")
        .hasSize(8);
  }

  @Test
  void aPathWithDotsOrAnEmptyPartIsRejectedBeforeSending() {
    assertThatThrownBy(() -> api.config("..", "100", Parameters.none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> api.config("", "100", Parameters.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void everyCallHasTheTokenAndOurUserAgent() {
    server.answersData("{}");
    api.config();
    RecordedRequest request = server.request();
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo("PVEAPIToken=" + TestServer.TOKEN_ID + "=" + TestServer.SECRET);
    assertThat(request.getHeaders().get("User-Agent")).startsWith("proxmox-mpc/");
    assertThat(request.getHeaders().get("Cookie")).isNull();
  }

  @Test
  void theResultIsFoundAtAnyPositionInTheEnvelope() {
    server.answers(
        TestServer.json("{\"total\":3,\"changes\":{\"data\":1},\"data\":{\"memory\":\"128\"}}"));
    assertThat(api.config().toString()).isEqualTo("{\"memory\":\"128\"}");
    server.answers(TestServer.json("{\"data\":{\"a\":1.10},\"message\":\"x\"}"));
    assertThat(api.config().toString()).isEqualTo("{\"a\":1.10}");
  }

  @Test
  void anOptionalTextIsEitherTextOrNull() {
    // A directory of ACME may have no terms of service.
    AcmeTosPath tos = new ProxmoxApi(way.caller(client)).cluster().acme().tos();
    server.answersData("null");
    assertThat(tos.get()).isNull();
    server.answersData("null");
    assertThat(CallStyle.valueOf(tos.getAsync())).isNull();
    server.answersData("\"https://acme.example/terms\"");
    assertThat(tos.get()).isEqualTo("https://acme.example/terms");
    server.answersData("{}");
    assertThatThrownBy(tos::get).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void nullIsAnEmptyListOrAnEmptyObject() {
    server.answersData("null");
    assertThat(api.list()).isEmpty();
    server.answersData("null");
    assertThat(api.config()).isEqualTo(JsonObject.empty());
    server.answers(TestServer.json("{}"));
    assertThat(api.list()).isEmpty();
    server.answersData("null");
    assertThat(api.any()).isEqualTo(JsonNull.NULL);
    server.answersData("null");
    assertThatThrownBy(api::text)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("but found null");
    server.answersData("[{\"a\":1},null,{\"a\":2}]");
    assertThat(api.list()).hasSize(2);
  }

  @Test
  void scalarsAreReadInAnySpelling() {
    server.answersData("100");
    assertThat(api.text()).isEqualTo("100");
    server.answersData("\"9223372036854775807\"");
    assertThat(api.number()).isEqualTo(Long.MAX_VALUE);
    server.answersData("\"1\"");
    assertThat(api.truth()).isTrue();
    server.answersData("0");
    assertThat(api.truth()).isFalse();
    server.answersData("[1,{\"b\":null}]");
    assertThat(api.any()).hasToString("[1,{\"b\":null}]");
  }

  @Test
  void aCompressedResponseIsRead() throws Exception {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8("{\"data\":{\"a\":1}}");
    }
    server.answers(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json;charset=UTF-8")
            .addHeader("Content-Encoding", "gzip")
            .body(packed)
            .build());
    assertThat(api.config().toString()).isEqualTo("{\"a\":1}");
  }

  @Test
  void twoConnectionHeadersAreAccepted() {
    // PVE 9.2 sends "Connection: close" and then "Connection: Keep-Alive" with some answers.
    for (int i = 0; i < 2; i++) {
      server.answers(
          TestServer.json("{\"data\":{\"a\":1}}")
              .newBuilder()
              .addHeader("Connection", "close")
              .addHeader("Connection", "Keep-Alive")
              .build());
      assertThat(api.config().size()).isEqualTo(1);
    }
  }

  @Test
  void aPageOfAnotherServerIsNoSuccess() {
    MockResponse page =
        new MockResponse.Builder()
            .addHeader("Content-Type", "text/html")
            .body("<html>Welcome to nginx</html>")
            .build();
    server.answers(page);
    assertThatThrownBy(api::config)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("GET /nodes/pve/qemu/100/config")
        .hasMessageContaining("may not be a Proxmox VE API");
    server.answers(page);
    assertThatThrownBy(() -> api.putConfig(Parameters.none()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("may not be a Proxmox VE API");
  }

  @Test
  void aPageInResponseToAWriteIsReportedOnceAndNotTakenForAResult() {
    server.answers(
        new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<html>").build());
    assertThatThrownBy(() -> api.putConfig(Parameters.none()))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageEndingWith(
            ": the server may not be a Proxmox VE API: the response is text/html, not JSON. Check"
                + " the address. It is unknown whether the server has executed the call");
  }

  @Test
  void aTruncatedOrMalformedJsonBodyIsReportedWithItsPosition() {
    server.answers(TestServer.json("{\"data\":{\"name\":"));
    assertThatThrownBy(api::config)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageEndingWith("not JSON: the text ends too early, in $.data.name");
    server.answers(TestServer.json("{\"data\":{\"name\" 5}}"));
    assertThatThrownBy(api::config)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageEndingWith("not JSON: malformed at $.data.name");
  }

  @Test
  void aStatusWithoutContentIsAcceptedOnlyIfTheCallHasNoResult() {
    MockResponse nothing = new MockResponse.Builder().code(204).build();
    server.answers(nothing);
    assertThatThrownBy(api::config)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("204");
    server.answers(nothing);
    api.putConfig(Parameters.none());
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    server.answers(TestServer.json("\uFEFF{\"data\":\"text\"}"));
    assertThat(api.text()).isEqualTo("text");
  }

  @Test
  void theErrorForAMalformedResponseNamesTheCallAndShowsNoValue() {
    server.answersData("\"geheim\"");
    assertThatThrownBy(api::config)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("GET /nodes/pve/qemu/100/config")
        .hasMessageContaining("expected an object")
        .hasMessageNotContaining("geheim");
    server.answers(TestServer.json("{\"data\":{\"a\":"));
    assertThatThrownBy(api::config).isInstanceOf(MalformedResponseException.class);
    server.answers(TestServer.json("[1]"));
    assertThatThrownBy(api::config).isInstanceOf(MalformedResponseException.class);
  }
}
