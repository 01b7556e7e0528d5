package io.github.proxmoxmpc.api.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.cluster.acme.AcmeAccountName;
import io.github.proxmoxmpc.api.rest.cluster.acme.AcmeChallengeSchemaEntry;
import io.github.proxmoxmpc.api.rest.cluster.config.ConfigJoin;
import io.github.proxmoxmpc.api.rest.cluster.config.ConfigTotem;
import io.github.proxmoxmpc.api.rest.nodes.apt.AptRepositories;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuMigrate;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageImportMetadata;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each object that the server sends can be read by accessors, also if its keys are data. */
@Tag("S06")
class ResultAccessorsTest {
  @Test
  void everyResultTypeHasAnAccessor() {
    List<JavaClass> results =
        new ClassFileImporter()
            .importPackages("io.github.proxmoxmpc.api.rest").stream()
                .filter(type -> type.isAssignableTo(ApiResult.class))
                .toList();

    assertThat(results).hasSizeGreaterThan(300);
    assertThat(results).allMatch(ResultAccessorsTest::hasAccessor);
  }

  private static boolean hasAccessor(JavaClass type) {
    return type.getMethods().stream()
        .anyMatch(
            method ->
                method.getModifiers().contains(JavaModifier.PUBLIC)
                    && !method.getModifiers().contains(JavaModifier.STATIC)
                    && method.getRawParameterTypes().isEmpty());
  }

  @Test
  void thePreconditionsOfAMigrationAreMaps() {
    QemuMigrate migrate =
        new QemuMigrate(
            json(
                """
                {"running": 0, "local_resources": [], "local_disks": [
                    {"volid": "local:100/a.raw", "cdrom": 0, "is_unused": 0,
                      "referenced_in_snapshot": {"live": 1}}],
                  "mapped-resource-info": {"usb1": {"name": "dongle"},
                    "hostpci0": {"name": "gpu", "live-migration": 1}}}
                """));

    assertThat(requireNonNull(migrate.localDisks().get(0).referencedInSnapshot()).entries())
        .containsExactly(entry("live", true));
    var mapped = requireNonNull(migrate.mappedResourceInfo()).entries();
    assertThat(mapped).containsOnlyKeys("usb1", "hostpci0");
    assertThat(requireNonNull(mapped.get("usb1")).name()).hasToString("dongle");
    assertThat(requireNonNull(mapped.get("usb1")).liveMigration()).isNull();
    assertThat(requireNonNull(mapped.get("hostpci0")).liveMigration()).isTrue();
  }

  @Test
  void theMetadataOfAnImportIsMaps() {
    StorageImportMetadata metadata =
        new StorageImportMetadata(
            json(
                """
                {"type": "vm", "source": "esxi", "create-args": {"cores": 2, "name": "web"},
                  "disks": {"scsi0": {"volid": "esxi:ha/web.vmdk", "size": 1024}, "efidisk0": 1},
                  "net": {"net0": {"model": "vmxnet3", "macaddr": "BC:24:11:00:00:01"}}}
                """));

    assertThat(metadata.createArgs().entries())
        .containsOnly(entry("cores", "2"), entry("name", "web"));
    assertThat(requireNonNull(metadata.disks()).entries()).containsOnlyKeys("scsi0", "efidisk0");
    var net = requireNonNull(requireNonNull(metadata.net()).entries().get("net0"));
    assertThat(net.model()).isEqualTo("vmxnet3");
    assertThat(net.macaddr()).isEqualTo("BC:24:11:00:00:01");
  }

  @Test
  void anAcmeChallengeHasItsFields() {
    AcmeChallengeSchemaEntry challenge =
        new AcmeChallengeSchemaEntry(
            json(
                """
                {"id": "cf", "name": "Cloudflare", "type": "dns", "schema": {"name": "cf",
                  "fields": {"CF_Token": {"type": "string", "description": "the token"}}, "x": 1}}
                """));

    assertThat(challenge.schema().name()).isEqualTo("cf");
    var fields = requireNonNull(challenge.schema().fields()).entries();
    assertThat(requireNonNull(fields.get("CF_Token")).description()).isEqualTo("the token");
    assertThat(challenge.schema().entries()).containsOnlyKeys("name", "fields", "x");
  }

  @Test
  void anAcmeAccountHasItsFields() {
    AcmeAccountName account =
        new AcmeAccountName(
            json(
                """
                {"account": {"status": "valid", "contact": ["mailto:a@example.org"],
                  "initialIp": "192.0.2.1"}}
                """));

    assertThat(requireNonNull(account.account()).contact()).containsExactly("mailto:a@example.org");
    assertThat(requireNonNull(account.account()).entries()).containsKey("initialIp");
  }

  @Test
  void theTotemSectionHasItsLinks() {
    String totem =
        """
        {"cluster_name": "lab", "interface": {"0": {"linknumber": "0", "x": "y"}}}
        """;
    var links = requireNonNull(new ConfigTotem(json(totem)).interface_()).entries();
    assertThat(requireNonNull(links.get("0")).entries())
        .containsOnly(entry("linknumber", "0"), entry("x", "y"));

    ConfigJoin join = new ConfigJoin(json("{\"totem\": " + totem + "}"));
    assertThat(join.totem().clusterName()).hasToString("lab");
  }

  @Test
  void aStandardRepositoryHasADescription() {
    AptRepositories repositories =
        new AptRepositories(
            json(
                """
                {"standard-repos": [{"handle": "enterprise", "name": "Enterprise",
                  "description": "This is the default"}, {"handle": "test", "name": "Test"}]}
                """));

    assertThat(repositories.standardRepos().get(0).description()).isEqualTo("This is the default");
    assertThat(repositories.standardRepos().get(1).description()).isNull();
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
  }
}
