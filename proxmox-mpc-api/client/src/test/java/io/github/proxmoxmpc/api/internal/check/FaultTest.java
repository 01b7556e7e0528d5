package io.github.proxmoxmpc.api.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.format.Memory;
import io.github.proxmoxmpc.api.internal.rules.RemoteEndpointRules;
import io.github.proxmoxmpc.api.rest.access.password.PasswordPutRequest;
import io.github.proxmoxmpc.api.rest.cluster.options.OptionsPutRequest;
import io.github.proxmoxmpc.api.rest.enumeration.StorageType;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPostRequest;
import io.github.proxmoxmpc.api.rest.storage.StoragePostRequest;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.UserId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A fault names parameter, value and rule, but never the value of a secret. */
class FaultTest {
  @Test
  void itNamesParameterValueAndRule() {
    InvalidRequestException refused =
        refusal(
            QemuPostRequest.builder(VmId.of(100)).cores(0).with("net0", "virtio,mtu=70000")::build);

    assertThat(refused.faults())
        .containsExactly(
            new Fault("cores", "0", "must be at least 1"),
            new Fault("net0.mtu", "70000", "must be at most 65520"));
    assertThat(refused)
        .hasMessage(
            "Cannot send POST /nodes/{node}/qemu: cores = '0': must be at least 1;"
                + " net0.mtu = '70000': must be at most 65520");
  }

  /** The example of docs/guide/calling-the-api.md. */
  @Test
  void missingAndMisplacedParametersOfATypeAreReportedTogether() {
    InvalidRequestException refused =
        refusal(
            StoragePostRequest.builder(StorageId.of("nas"), StorageType.NFS)
                    .server("nas_1")
                    .vgname("pve")
                ::build);
    assertThat(refused.faults())
        .extracting(Fault::toString)
        .containsExactly(
            "export: is required if 'type' is nfs, and was not set",
            "server = 'nas_1': must be an IP address or a DNS name",
            "vgname = 'pve': is only for 'type' lvm, lvmthin, not for nfs");
  }

  @Test
  void theValueIsTheOneThatWouldHaveBeenSent() {
    assertThat(
            refusal(
                    QemuPostRequest.builder(VmId.of(100))
                            .memory(Memory.ofMebibytes(1))
                            .sshkeys("a b".repeat(10))
                            .with("sshkeys", "a b")
                        ::build)
                .faults())
        .extracting(Fault::parameter, Fault::value)
        .containsExactly(tuple("memory.current", "1"), tuple("sshkeys", "a b"));
  }

  @Test
  void aMissingParameterHasNoValue() {
    RequestRules rules = RequestRules.of("POST /x", List.of(), Rule.integer("vmid").required());
    InvalidRequestException refused = refusal(() -> rules.check(Map.of()));
    assertThat(refused.faults())
        .containsExactly(new Fault("vmid", null, "is required and was not set"));
    assertThat(refused).hasMessageEndingWith("vmid: is required and was not set");
  }

  @Test
  void aLongValueIsShortenedAndControlsAreEscaped() {
    String name = "a\nb\u001b[31m\u202e" + "x".repeat(500);
    Fault fault = refusal(QemuPostRequest.builder(VmId.of(100)).name(name)::build).faults().get(0);

    assertThat(fault.value())
        .startsWith("a\\nb\\x{1b}[31m\\x{202e}xxx")
        .endsWith("xxx... (509 characters)")
        .hasSizeLessThan(130);
  }

  @Test
  void surrogatePairsAreNotCut() {
    String smiles = "\ud83d\ude00".repeat(90);
    assertThat(new Fault("x", smiles, "y").value())
        .isEqualTo("\ud83d\ude00".repeat(80) + "... (90 characters)");
    assertThat(new Fault("x", "\ud83d", "y").value()).isEqualTo("\\x{d83d}");
  }

  @Test
  void userAndPasswordOfAUrlAreNotShown() {
    assertThat(refusal(OptionsPutRequest.builder().httpProxy("https://me:hush@a@b:80/")::build))
        .hasMessageContaining("http_proxy = 'https://***@b:80/': must match ^http://.*$");
    assertThat(new Fault("x", "://".repeat(500_000) + "me:hush@b", "y").value())
        .hasSizeLessThan(120);
  }

  @Test
  void aSecretIsNamedButNotShown() {
    assertThat(
            refusal(PasswordPutRequest.builder(Secret.of("hush"), UserId.of("a@pve"))::build)
                .faults())
        .containsExactly(new Fault("password", null, "must have at least 8 characters"));
    assertThat(
            refusal(QemuPostRequest.builder(VmId.of(100)).with("cores", Secret.of("hush"))::build)
                .faults())
        .containsExactly(new Fault("cores", null, "must be a whole number"));
  }

  @Test
  void aTextThatContainsASecretIsNotShown() {
    String torn = "host=192.0.2.1,PVEAPIToken=root@pam!t=hush,aHVzaA==";
    RequestRules rules =
        RequestRules.of(
            "POST /x",
            List.of(),
            Rule.string("target-endpoint").property(RemoteEndpointRules.TARGET_ENDPOINT));
    InvalidRequestException refused =
        refusal(() -> rules.check(Map.of("target-endpoint", List.of(torn))));

    assertThat(refused.faults())
        .filteredOn(fault -> fault.parameter().startsWith("target-endpoint"))
        .extracting(Fault::parameter, Fault::value)
        .containsOnly(tuple("target-endpoint", null), tuple("target-endpoint.apitoken", null));
    assertThat(refused.toString()).doesNotContain("hush", "aHVzaA", "root@pam");
  }

  private static InvalidRequestException refusal(ThrowingCallable sent) {
    return catchThrowableOfType(InvalidRequestException.class, sent);
  }
}
