package io.github.proxmoxmpc.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.internal.call.Parameters.Pair;
import io.github.proxmoxmpc.api.rest.access.password.PasswordPutRequest;
import io.github.proxmoxmpc.api.rest.access.users.UsersPostRequest;
import io.github.proxmoxmpc.api.rest.cluster.backup.BackupPostRequest;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsWebhookMethod;
import io.github.proxmoxmpc.api.rest.cluster.notifications.NotificationsEndpointsWebhookPostRequest;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricsFabricIdPutRequest;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricsProtocol;
import io.github.proxmoxmpc.api.rest.identifier.NotificationTargetName;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuStatusShutdownPostRequest;
import io.github.proxmoxmpc.api.rest.pools.PoolsGetRequest;
import io.github.proxmoxmpc.api.value.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Typed values go out as the server counts them, and secrets stay known as such. */
class TypedParametersTest {
  @Test
  void timesAndDurationsAreSentInTheUnitOfTheServer() {
    assertThat(
            UsersPostRequest.builder(UserId.of("a@pve"))
                .expire(Instant.ofEpochSecond(1_795_608_000))
                .build()
                .parameters()
                .pairs())
        .contains(new Pair("expire", "1795608000"));
    assertThat(
            BackupPostRequest.builder()
                .pool("prod")
                .lockwait(Duration.ofHours(3))
                .build()
                .parameters()
                .pairs())
        .contains(new Pair("lockwait", "180"));
    assertThat(
            QemuConfigPutRequest.builder()
                .migrateDowntime(Duration.ofMillis(100))
                .build()
                .parameters()
                .pairs())
        .containsExactly(new Pair("migrate_downtime", "0.1"));
  }

  @Test
  void aFractionIsRejectedIfTheServerTakesWholeSeconds() {
    var request = QemuStatusShutdownPostRequest.builder().timeout(Duration.ofMillis(1500));
    assertThatThrownBy(request::build)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("timeout")
        .hasMessageContaining("must be a whole number");
  }

  @Test
  void secretsAreSentButNotShown() {
    var request = PasswordPutRequest.builder(Secret.of("hunter2!"), UserId.of("a@pve")).build();
    assertThat(request.parameters().pairs()).contains(new Pair("password", "hunter2!"));
    assertThat(request.parameters().secrets()).containsExactly("password");
    assertThat(request.toString()).doesNotContain("hunter2!");
  }

  @Test
  void aListOfSecretsIsSentElementByElement() {
    var request =
        NotificationsEndpointsWebhookPostRequest.builder(
                NotificationsEndpointsWebhookMethod.POST,
                NotificationTargetName.of("hook"),
                "https://hook.example")
            .secret(List.of(Secret.of("name=a,value=Yg=="), Secret.of("name=c,value=ZA==")))
            .build();
    assertThat(request.parameters().pairs())
        .contains(new Pair("secret", "name=a,value=Yg=="), new Pair("secret", "name=c,value=ZA=="));
    assertThat(request.parameters().secrets()).containsExactly("secret");
  }

  @Test
  void anUnknownParameterMayBeASecret() {
    var request = PoolsGetRequest.builder().with("new-token", Secret.of("hunter2!")).build();
    assertThat(request.parameters().pairs()).containsExactly(new Pair("new-token", "hunter2!"));
    assertThat(request.parameters().secrets()).containsExactly("new-token");
    assertThat(request.toString()).doesNotContain("hunter2!");
  }

  @Test
  void unsetParametersAreSentInTheFormOfTheServer() {
    assertThat(
            QemuConfigPutRequest.builder().unset("net0").unset("tags").build().parameters().pairs())
        .containsExactly(new Pair("delete", "net0,tags"));
    assertThat(
            SdnFabricsFabricIdPutRequest.builder(SdnFabricsProtocol.OSPF)
                .unset("area")
                .unset("route_filter")
                .build()
                .parameters()
                .pairs())
        .contains(new Pair("delete", "area"), new Pair("delete", "route_filter"));
  }

  @Test
  void anUnknownParameterMayBeAList() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PoolsGetRequest.builder().with("new", "a").with("new"))
        .withMessageContaining("Cannot set 'new' without a value")
        .withMessageContaining("unset(\"new\")");
    assertThat(PoolsGetRequest.builder().with("new", "a", "b").build().parameters().pairs())
        .containsExactly(new Pair("new", "a"), new Pair("new", "b"));
  }

  @Test
  @SuppressWarnings("NullAway") // Whoever does not check for null gives one.
  void anInvalidValueIsReportedWhenItIsSet() {
    QemuConfigPutRequest.Builder request = QemuConfigPutRequest.builder();
    assertThatThrownBy(() -> request.cpulimit(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> request.name(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("name");
  }

  @Test
  void uncheckedParametersNeedNoRelease() {
    QemuConfigPutRequest.Builder request = QemuConfigPutRequest.builder().with("allow-ksm", "1");
    assertThat(request.build().parameters().needs()).isNotEmpty();
    assertThat(request.unchecked().build().parameters().needs()).isEmpty();
  }
}
