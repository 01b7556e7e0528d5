package io.github.proxmoxmpc.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.examples.quickstart.Target.Trust;
import io.github.proxmoxmpc.examples.quickstart.Target.UsageException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetTest {
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of("PROXMOX_URL", "https://pve1:8006", "PROXMOX_TOKEN", "ci@pve!build=s3cr=t"));

  @Test
  void aTokenIsPartedAtItsFirstEqualsSign() {
    Target target = Target.from(environment);
    assertThat(target.tokenId()).isEqualTo("ci@pve!build");
    assertThat(target.secret()).isEqualTo("s3cr=t");
    assertThat(target.trust()).isEqualTo(new Trust.System());
  }

  @Test
  void theSecretIsNeverPrinted() {
    assertThat(Target.from(environment).toString()).isEqualTo("https://pve1:8006 as ci@pve!build");
  }

  @Test
  void aMalformedTokenIsRefusedWithoutRepeatingIt() {
    environment.put("PROXMOX_TOKEN", "s3cret");
    assertThatThrownBy(() -> Target.from(environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("user@realm!id=secret")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void eachWayToTrustIsRead() {
    environment.put("PROXMOX_FINGERPRINT", "AB:CD");
    assertThat(Target.from(environment).trust()).isEqualTo(new Trust.Fingerprint("AB:CD"));
    environment.remove("PROXMOX_FINGERPRINT");
    environment.put("PROXMOX_CA", "ca.pem");
    assertThat(Target.from(environment).trust()).isEqualTo(new Trust.Authority(Path.of("ca.pem")));
    environment.remove("PROXMOX_CA");
    environment.put("PROXMOX_INSECURE", "true");
    assertThat(Target.from(environment).trust()).isEqualTo(new Trust.Insecure());
  }

  @Test
  void twoWaysToTrustAreRefused() {
    environment.put("PROXMOX_CA", "ca.pem");
    environment.put("PROXMOX_INSECURE", "true");
    assertThatThrownBy(() -> Target.from(environment)).hasMessageContaining("only one of");
  }

  @Test
  void withoutAnAddressNoClusterIsNamed() {
    assertThat(Target.isNamedIn(Map.of())).isFalse();
    assertThat(Target.isNamedIn(environment)).isTrue();
  }
}
