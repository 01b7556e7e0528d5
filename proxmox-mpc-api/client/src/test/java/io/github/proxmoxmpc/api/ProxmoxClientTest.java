package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.ConnectionException;
import io.github.proxmoxmpc.api.error.ProxmoxException;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.TokenId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxmoxClientTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "https://pve1:8006, https://pve1:8006",
    "https://pve1:8006/, https://pve1:8006",
    "https://pve1:8006/api2/json, https://pve1:8006",
    "https://pve1:8006/api2/json/, https://pve1:8006",
    "HTTPS://PVE1, https://pve1:8006",
    "https://pve1:443, https://pve1",
    "pve1, https://pve1:8006",
    "pve1.example.org:9006, https://pve1.example.org:9006",
    "192.0.2.7, https://192.0.2.7:8006",
    "https://pve_lab:8006, https://pve_lab:8006",
    "https://pve1//, https://pve1:8006",
    "https://pve1:8006//api2/json, https://pve1:8006",
    "https://[2001:db8::1], https://[2001:db8::1]:8006",
    "https://proxy.example.org:443/pve/, https://proxy.example.org/pve",
  })
  void anAddressMayBeAbbreviated(String url, String endpoint) {
    try (ProxmoxClient client =
        ProxmoxClient.builder(url).token("ci@pve!build", Secret.of("c")).build()) {
      assertThat(client.endpoint()).isEqualTo(endpoint);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://pve1:8006",
        "ftp://pve1",
        "",
        "https://",
        "https://root:pw@pve1",
        "https://pve1:8006/#v1:0:18:4",
        "https://pve1:8006/?x=1",
        "https://pve 1",
        "https://pve1:99999",
        "https://pve1:",
        "https://[::1",
        "https://::1",
        "https://pve1:80:06",
      })
  void anInvalidAddressIsReportedAtOnce(String url) {
    assertThatThrownBy(() -> ProxmoxClient.builder(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Write it as https://")
        .hasMessageNotContaining("root:pw");
  }

  @Test
  void plainHttpIsRejectedBecauseItExposesTheToken() {
    assertThatThrownBy(() -> ProxmoxClient.builder("http://pve1"))
        .hasMessageContaining("would send the token unencrypted");
  }

  @Test
  void thePrefixOfAProxyPrecedesThePath() {
    server.answersData("{\"a\":1}");
    try (ProxmoxClient client =
        ProxmoxClient.builder(server.url() + "/pve/")
            .token(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET))
            .fingerprint(server.fingerprint())
            .build()) {
      new TestApi(client).config();
    }
    assertThat(server.request().getTarget()).isEqualTo("/pve/api2/json/nodes/pve/qemu/100/config");
  }

  @Test
  void withoutCredentialsNoClientIsBuilt() {
    assertThatThrownBy(() -> ProxmoxClient.builder("pve1").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("token(");
  }

  @Test
  void aMalformedTokenIsReportedWithoutShowingIt() {
    assertThatThrownBy(() -> ApiToken.of("deadbeef-secret", Secret.of("ci@pve!build")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("user@realm!tokenid")
        .hasMessageNotContaining("deadbeef");
    assertThatThrownBy(() -> ApiToken.parse("deadbeef"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("deadbeef");
    assertThatThrownBy(() -> ApiToken.of("ci@pve!build", Secret.of("dead\nbeef")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("beef");
    assertThatThrownBy(() -> ApiToken.of("ci@pve!build", Secret.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci@pve!build=dead!beef",
        "ci@pve!build dead!beef",
        "ci@pve!build:dead!beef",
        "PVEAPIToken=ci@pve!build=dead!beef",
        "ci@pve!=dead!beef",
        "ci@pve!build=\ndead!beef"
      })
  void aCompleteTokenInsteadOfItsIdIsReportedWithoutTheSecret(String whole) {
    assertThatThrownBy(() -> ApiToken.of(whole, Secret.of("dead!beef")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("dead", "beef");
    assertThatThrownBy(() -> TokenId.of(whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ci@pve!")
        .hasMessageContaining("without its secret")
        .hasMessageNotContainingAny("dead", "beef");
  }

  @Test
  void theAuthorizationSchemeIsNotPartOfATokenId() {
    assertThatThrownBy(() -> ApiToken.of("PVEAPIToken=ci@pve!build", Secret.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leave that out");
    assertThatThrownBy(() -> TokenId.of("ci@pve!1st"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'ci@pve!1st'");
  }

  @Test
  void aTokenIsReadFromOneText() {
    assertThat(ApiToken.parse(" root@pam!xy=a \n"))
        .isEqualTo(ApiToken.of("root@pam!xy", Secret.of("a")));
    assertThat(ApiToken.parse("PVEAPIToken=root@pam!xy=a"))
        .isEqualTo(ApiToken.of("root@pam!xy", Secret.of("a")));
    assertThat(ApiToken.parse("a=b!c@d@pve!xy=a"))
        .isEqualTo(ApiToken.of("a=b!c@d@pve!xy", Secret.of("a")));
  }

  @Test
  void toStringNeverShowsSecrets() {
    ApiToken token = ApiToken.of(TestServer.TOKEN_ID, Secret.of(TestServer.SECRET));
    List<String> texts = new ArrayList<>(List.of(token.toString(), token.secret().toString()));
    try (ProxmoxClient client =
        server.builder().credentials(token).resilience(r -> r.retries(0)).build()) {
      texts.add(client.toString());
      ProxmoxException untrusted =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              ProxmoxException.class, () -> new TestApi(client).config());
      for (Throwable each = untrusted; each != null; each = each.getCause()) {
        texts.add(each.toString());
      }
    }
    assertThat(texts).hasSizeGreaterThan(4).noneMatch(text -> text.contains(TestServer.SECRET));
    assertThat(token.toString()).contains(TestServer.TOKEN_ID);
  }

  @Test
  void interceptorsOfASharedHttpClientNeverSeeTheToken() {
    List<String> seen = new ArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(chain.request() + "\n" + chain.request().headers());
                  return chain.proceed(chain.request());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add(chain.request() + "\n" + chain.request().headers());
                  Response response = chain.proceed(chain.request());
                  seen.add(response.request() + "\n" + response.request().headers());
                  return response;
                })
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  seen.add(String.valueOf(response.networkResponse().request().headers()));
                  return response;
                })
            .build();
    server.answersData("{}");
    try (ProxmoxClient client =
        server
            .builder()
            .fingerprint(server.fingerprint())
            .connection(c -> c.httpClient(own))
            .build()) {
      new TestApi(client)
          .putConfig(Parameters.builder().set("cipassword", "correct horse").build());
    }
    assertThat(seen)
        .hasSize(4)
        .noneMatch(text -> text.contains(TestServer.SECRET))
        .noneMatch(text -> text.contains("horse"))
        .anyMatch(text -> text.contains("PUT"));
    assertThat(server.request().getHeaders().get("Authorization")).contains(TestServer.SECRET);
  }

  @Test
  void socketsSendAtOnce() {
    List<Boolean> prompt = new ArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  prompt.add(chain.connection().socket().getTcpNoDelay());
                  return chain.proceed(chain.request());
                })
            .build();
    server.answersData("{}");
    try (ProxmoxClient client =
        server
            .builder()
            .fingerprint(server.fingerprint())
            .connection(c -> c.httpClient(own))
            .build()) {
      new TestApi(client).config();
    }
    assertThat(prompt).containsExactly(true);
  }

  @Test
  void afterCloseCallsAreRejectedAndClosingAgainHasNoEffect() {
    ProxmoxClient client = server.client();
    client.close();
    assertThatCode(client::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> new TestApi(client).config())
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("closed");
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @Test
  void closingAClientClosesItsVariantsButNotTheReverse() {
    ProxmoxClient client = server.client();
    ProxmoxClient variant = client.newBuilder().token("other@pve!xy", Secret.of("y")).build();
    server.answersData("{}");
    new TestApi(variant).config();
    assertThat(server.request().getHeaders().get("Authorization"))
        .isEqualTo("PVEAPIToken=other@pve!xy=y");
    variant.close();
    server.answersData("{}");
    new TestApi(client).config();
    // One connection for both: the variant shares, and its closing leaves it open.
    assertThat(server.request().getExchangeIndex()).isEqualTo(1);
    ProxmoxClient second = client.newBuilder().build();
    client.close();
    assertThatThrownBy(() -> new TestApi(second).config()).isInstanceOf(ConnectionException.class);
  }

  @Test
  void aSharedHttpClientIsNeitherClosedNorChanged() {
    OkHttpClient own = new OkHttpClient();
    ProxmoxClient client =
        server
            .builder()
            .fingerprint(server.fingerprint())
            .connection(c -> c.httpClient(own))
            .build();
    server.answersData("{}");
    new TestApi(client).config();
    client.close();
    assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
    assertThat(own.connectionPool().connectionCount()).isEqualTo(1);
    assertThat(own.followRedirects()).isTrue();
    own.dispatcher().executorService().shutdown();
    own.connectionPool().evictAll();
  }

  @Test
  void closingCancelsRunningCalls() throws Exception {
    server.answers(
        TestServer.json("{\"data\":{}}")
            .newBuilder()
            .onResponseStart(SocketEffect.Stall.INSTANCE)
            .build());
    ProxmoxClient client = server.client();
    Future<?> call =
        CompletableFuture.runAsync(() -> new TestApi(client).putConfig(Parameters.none()));
    server.request();
    client.close();
    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("client was closed");
  }

  @Test
  void oneClientServesManyThreads() throws Exception {
    int threads = 16;
    for (int i = 0; i < threads * 10; i++) {
      server.answersData("{\"a\":1}");
    }
    AtomicInteger read = new AtomicInteger();
    try (ProxmoxClient client = server.client()) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> {
                  for (int j = 0; j < 10; j++) {
                    read.addAndGet(new TestApi(client).config().size());
                  }
                }));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }
    assertThat(read).hasValue(threads * 10);
  }

  @Test
  void timeoutsAndRetriesAreChecked() {
    ProxmoxClient.Builder builder = ProxmoxClient.builder("pve1");
    assertThatThrownBy(() -> builder.timeouts(t -> t.connect(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeouts(t -> t.read(Duration.ofSeconds(-1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeouts(t -> t.call(Duration.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.resilience(r -> r.retries(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reusingABuilderDoesNotChangeEarlierClients() {
    ProxmoxClient.Builder builder = server.builder().fingerprint(server.fingerprint());
    try (ProxmoxClient first = builder.build();
        ProxmoxClient second = builder.token("other@pve!xy", Secret.of("y")).build()) {
      assertThat(first).hasToString("ProxmoxClient[" + server.url() + " as ci@pve!build]");
      assertThat(second).hasToString("ProxmoxClient[" + server.url() + " as other@pve!xy]");
    }
  }
}
