package io.github.proxmoxmpc.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.rest.access.domains.DomainsRealm;
import io.github.proxmoxmpc.api.rest.access.tfa.TfaUseridPostResult;
import io.github.proxmoxmpc.api.rest.cluster.acme.AcmeAccountName;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.pools.PoolsEntry;
import io.github.proxmoxmpc.api.rest.storage.WrittenStorage;
import io.github.proxmoxmpc.api.rest.version.Version;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a result in logs and debuggers. */
class ResultTextTest {
  @Test
  void theValuesThatCameAreShown() {
    assertThat(
            new PoolsEntry(
                object(
                    """
                    {"poolid": "web", "comment": null, "new-in-10": true,
                     "members": [{"id": "qemu/100", "vmid": 100}]}""")))
        .hasToString(
            "PoolsEntry[poolid=web, comment=null, new-in-10=true,"
                + " members=[{id=qemu/100, vmid=100}]]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"version\": []}", "{\"version\": {\"a\": null}}"})
  void missingAndMalformedFieldsDoNotThrow(String json) {
    assertThat(new Version(object(json)).toString()).startsWith("Version[").endsWith("]");
  }

  @Test
  void secretsAreMaskedAtAnyDepth() {
    assertThat(new QemuConfig(object("{\"cores\": 2, \"cipassword\": \"hunter2\"}")))
        .hasToString("QemuConfig[cores=2, cipassword=***]");
    assertThat(
            new WrittenStorage(
                object("{\"type\": \"pbs\", \"config\": {\"encryption-key\": \"k1\", \"a\": 1}}")))
        .hasToString(
            "WrittenStorage[type=pbs, config=WrittenStorageConfig[encryption-key=***, a=1]]");
    assertThat(new DomainsRealm(object("{\"tfa\": \"type=yubico,id=7,key=c2VjcmV0\"}")))
        .hasToString("DomainsRealm[tfa=type=yubico,id=7,key=***]");
    assertThat(new TfaUseridPostResult(object("{\"recovery\": [\"r1\", \"r2\"]}")))
        .hasToString("TfaUseridPostResult[recovery=[***, ***]]");
  }

  @Test
  void aSecretOfAnUnexpectedFormIsMasked() {
    assertThat(new QemuConfig(object("{\"cipassword\": {\"plain\": \"hunter2\"}}")))
        .hasToString("QemuConfig[cipassword=***]");
    assertThat(new WrittenStorage(object("{\"config\": \"encryption-key=k1\"}")))
        .hasToString("WrittenStorage[config=***]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oauth-token",
        "client_secret",
        "privateKey",
        "bind-password",
        "vncTicket",
        "api-key"
      })
  void anUnknownFieldThatIsNamedLikeASecretIsMasked(String name) {
    assertThat(new Version(object("{\"%s\": \"hunter2\", \"n\": 1}".formatted(name))))
        .hasToString("Version[" + name + "=***, n=1]");
    assertThat(new Version(object("{\"more\": [{\"%s\": [\"hunter2\"]}]}".formatted(name))))
        .hasToString("Version[more=[{" + name + "=***}]]");
  }

  @Test
  void aValueWithoutAFormIsNotShown() {
    assertThat(new AcmeAccountName(object("{\"account\": {\"contact\": \"a@b\"}, \"tos\": \"u\"}")))
        .hasToString(
            "AcmeAccountName[account=AcmeAccountNameAccount[contact=UntypedValue], tos=u]");
  }

  @Test
  void textsAreOnOneLineAndWithoutLogIns() {
    assertThat(new Version(object("{\"version\": \"a\\nb\", \"u\": \"http://me:pw@proxy/\"}")))
        .hasToString("Version[version=a\\nb, u=http://***@proxy/]");
  }

  @Test
  void longTextsListsAndResultsAreCut() {
    String list = IntStream.range(0, 25).mapToObj(String::valueOf).collect(Collectors.joining(","));
    assertThat(new Version(object("{\"list\": [%s]}".formatted(list))))
        .hasToString("Version[list=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...15 more]]");
    assertThat(new Version(object("{\"version\": \"%s\"}".formatted("x".repeat(5_000)))))
        .hasToString("Version[version=" + "x".repeat(80) + "... (5000 characters)]");
    String fields =
        IntStream.range(0, 500)
            .mapToObj(i -> "\"f%d\": %d".formatted(i, i))
            .collect(Collectors.joining(","));
    assertThat(new Version(object("{" + fields + "}")).toString())
        .hasSizeLessThanOrEqualTo(1_000)
        .startsWith("Version[f0=0, f1=1")
        .endsWith(" more]");
  }

  @Test
  void whatIsDeepOrWideHasAnEnd() {
    String deep = "{\"a\": ".repeat(100) + "\"" + "y".repeat(500) + "\"" + "}".repeat(100);
    String wide = "{" + "\"%s\": {".formatted("n".repeat(200)).repeat(20) + "}".repeat(20) + "}";

    assertThat(new Version(object(deep)).toString()).hasSizeLessThanOrEqualTo(1_000);
    assertThat(new Version(object(wide)).toString()).hasSizeLessThanOrEqualTo(1_000);
  }

  private static JsonObject object(String json) {
    return (JsonObject) JsonValue.parse(json);
  }
}
