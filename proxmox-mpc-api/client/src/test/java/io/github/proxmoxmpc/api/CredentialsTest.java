package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.ApiToken;
import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.testing.CallStyle;
import io.github.proxmoxmpc.api.testing.TestApi;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.TokenId;
import io.github.proxmoxmpc.api.value.TokenName;
import io.github.proxmoxmpc.api.value.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials arrive as they were set, or are rejected when they are set. */
@Tag("P03")
class CredentialsTest {
  private final TestServer server = new TestServer();

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "jörg@ad!tok, 6a1f, PVEAPIToken=j%C3%B6rg@ad!tok=6a1f",
    "日本@pve!tok, 6a1f, PVEAPIToken=%E6%97%A5%E6%9C%AC@pve!tok=6a1f",
    "😀@pve!tok, 6a1f, PVEAPIToken=%F0%9F%98%80@pve!tok=6a1f",
    "a;b%c@pve!tok, x;y%20z, PVEAPIToken=a%3Bb%25c@pve!tok=x%3By%2520z",
    "a+b@c@ad.example!tok, x+y=z, PVEAPIToken=a%2Bb@c@ad.example!tok=x%2By%3Dz",
    "a\u0007b@pve!tok, ~*'\", PVEAPIToken=a%07b@pve!tok=%7E*%27%22"
  })
  void credentialsAreEncodedAsTheServerDecodesThem(String id, String secret, String header) {
    arrive(ApiToken.of(id, Secret.of(secret)), header);
    if (secret.indexOf('=') < 0) {
      arrive(ApiToken.parse(id + "=" + secret), header);
    }
  }

  @Test
  void anIdThatWasNotCheckedIsEncodedToo() {
    Secret secret = Secret.of("6a1f");
    arrive(
        new ApiToken(TokenId.read("jörg\n@ad!t ok"), secret),
        "PVEAPIToken=j%C3%B6rg%0A@ad!t%20ok=6a1f");
    arrive(
        new ApiToken(TokenId.of(UserId.read("a\r\nb@pve"), TokenName.of("tok")), secret),
        "PVEAPIToken=a%0D%0Ab@pve!tok=6a1f");
  }

  private void arrive(ApiToken token, String header) {
    for (CallStyle style : CallStyle.values()) {
      server.answersData("{\"a\":1}");
      try (ProxmoxClient client =
          server.builder().credentials(token).fingerprint(server.fingerprint()).build()) {
        new TestApi(client, style).config();
      }
      assertThat(server.request().getHeaders().get("Authorization")).isEqualTo(header);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geheimnöß",
        "a b",
        "a\nb",
        "a\n",
        "a\r\nX-Header: b",
        "a\tb",
        "a\0b",
        "a\u007f",
        "a\u00a0b",
        ""
      })
  void aSecretThatAHeaderCannotContainIsRejected(String secret) {
    assertThatThrownBy(() -> ApiToken.of("ci@pve!build", Secret.of(secret)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("secret of the API token ci@pve!build is empty, or contains");
    assertThatThrownBy(() -> ProxmoxClient.builder("pve1").token("ci@pve!build", Secret.of(secret)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci@jörg!tok",
        "ci@pve!töken",
        "ci\n@pve!tok",
        "ci@pve\n!tok",
        "ci@pve!tok\n",
        "ci@pve!to\nk",
        "c i@pve!tok",
        "c\u00a0i@pve!tok",
        "ci@p ve!tok",
        "ci:a@pve!tok",
        "\ud800@pve!tok",
        "a\udc00b@pve!tok"
      })
  void anInvalidTokenIdIsRejected(String id) {
    assertThatThrownBy(() -> ProxmoxClient.builder("pve1").token(id, Secret.of("6a1f")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("6a1f");
    assertThatThrownBy(() -> ApiToken.parse(id + "=6a1f"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("6a1f");
  }
}
