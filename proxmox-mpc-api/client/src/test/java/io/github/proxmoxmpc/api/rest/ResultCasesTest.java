package io.github.proxmoxmpc.api.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.rest.access.users.UsersTfa;
import io.github.proxmoxmpc.api.rest.cluster.acme.AcmeChallengeSchemaEntry;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabric;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricNode;
import io.github.proxmoxmpc.api.rest.cluster.sdn.SdnFabricsAll;
import io.github.proxmoxmpc.api.rest.nodes.apt.AptRepositories;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephReleasesEntry;
import io.github.proxmoxmpc.api.rest.nodes.journal.JournalGetRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuMigrate;
import io.github.proxmoxmpc.api.rest.nodes.storage.StorageImportMetadata;
import io.github.proxmoxmpc.api.value.WireValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Results that real servers sent and that could not be read once. */
class ResultCasesTest {
  private static final String NEW_FABRIC =
      """
      {"digest":"d1","state":"new","pending":{"id":"fab2","protocol":"ospf"}}
      """;
  private static final String NEW_NODE =
      """
      {"digest":"d1","state":"new","pending":{"node_id":"pve1","fabric_id":"fab2"}}
      """;

  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
  }

  @Test
  @Tag("S03")
  void aNewFabricHasItsIdAmongThePendingOptions() {
    SdnFabric fabric = new SdnFabric(json(NEW_FABRIC));
    assertThat(fabric.id()).isNull();
    assertThat(fabric.protocol()).isNull();
    assertThat(requireNonNull(fabric.state()).wire()).isEqualTo("new");
    assertThat(requireNonNull(fabric.pending()).raw().get("id")).hasToString("\"fab2\"");
  }

  @Test
  @Tag("S03")
  void aNewNodeOfAFabricHasItsIdsAmongThePendingOptions() {
    SdnFabricNode node = new SdnFabricNode(json(NEW_NODE));
    assertThat(node.nodeId()).isNull();
    assertThat(node.fabricId()).isNull();
    assertThat(requireNonNull(node.pending()).raw().get("node_id")).hasToString("\"pve1\"");
  }

  @Test
  @Tag("S03")
  void theListOfEverythingHasPendingFabricsAndNodes() {
    SdnFabricsAll all =
        new SdnFabricsAll(json("{\"fabrics\":[" + NEW_FABRIC + "],\"nodes\":[" + NEW_NODE + "]}"));
    assertThat(requireNonNull(all.fabrics().get(0).state()).wire()).isEqualTo("new");
    assertThat(all.fabrics().get(0).id()).isNull();
    assertThat(requireNonNull(all.nodes().get(0).state()).wire()).isEqualTo("new");
    assertThat(all.nodes().get(0).pending()).isNotNull();
  }

  @Test
  @Tag("S04")
  void theSecondFactorsOfAUserAreAList() {
    assertThat(new UsersTfa(json("{\"user\":[]}")).user()).isEmpty();
    assertThat(new UsersTfa(json("{\"user\":[\"totp\",\"recovery\"]}")).user()).hasSize(2);
    assertThat(new UsersTfa(json("{\"user\":\"oath\"}")).user())
        .map(WireValue::wire)
        .containsExactly("oath");
    assertThat(new UsersTfa(json("{}")).user()).isNull();
  }

  @Test
  @Tag("S06")
  void mapsOfAMigrationHaveEntries() {
    QemuMigrate migration =
        new QemuMigrate(
            json(
                """
                {"local_disks":[{"volid":"local:100/vm-100-disk-0.qcow2","cdrom":0,"is_unused":0,
                  "referenced_in_snapshot":{"base":1,"live":1}}],
                 "mapped-resource-info":{"usb1":{"name":"dongle"}},"running":0,
                 "local_resources":[],"mapped-resources":["usb1"]}
                """));
    assertThat(requireNonNull(migration.localDisks().get(0).referencedInSnapshot()).entries())
        .containsOnlyKeys("base", "live");
    assertThat(
            requireNonNull(requireNonNull(migration.mappedResourceInfo()).entries().get("usb1"))
                .name())
        .isEqualTo("dongle");
  }

  @Test
  @Tag("S06")
  void mapsOfAnImportHaveEntries() {
    StorageImportMetadata metadata =
        new StorageImportMetadata(
            json(
                """
                {"type":"vm","source":"import/a.ova","create-args":{"cores":2,"name":"a"},
                 "disks":{"scsi0":"local:import/a.ova/disk.vmdk"},
                 "net":{"net0":{"model":"virtio","macaddr":"BC:24:11:00:00:01"}}}
                """));
    assertThat(metadata.createArgs().entries()).isEqualTo(Map.of("cores", "2", "name", "a"));
    assertThat(requireNonNull(metadata.disks()).entries()).containsKey("scsi0");
    assertThat(requireNonNull(requireNonNull(metadata.net()).entries().get("net0")).model())
        .isEqualTo("virtio");
  }

  @Test
  @Tag("S06")
  void theSchemaOfADnsProviderHasFields() {
    AcmeChallengeSchemaEntry provider =
        new AcmeChallengeSchemaEntry(
            json(
                """
                {"id":"cf","name":"cf","type":"dns","schema":{"name":"Cloudflare",
                  "fields":{"CF_Token":{"description":"The token","type":"string"}}}}
                """));
    assertThat(provider.schema().name()).isEqualTo("Cloudflare");
    assertThat(
            requireNonNull(requireNonNull(provider.schema().fields()).entries().get("CF_Token"))
                .type())
        .isEqualTo("string");
  }

  @Test
  @Tag("S06")
  void aStandardRepositoryHasADescription() {
    AptRepositories repositories =
        new AptRepositories(
            json(
                """
                {"digest":"d","errors":[],"files":[],"infos":[],"standard-repos":[
                  {"handle":"no-subscription","name":"No-Subscription","description":"Not for production."}]}
                """));
    assertThat(repositories.standardRepos().get(0).description()).isEqualTo("Not for production.");
  }

  @Test
  @Tag("S06")
  void everyResultHasAccessorsOrIsFreeFormByDeclaration() {
    List<String> without =
        generated(ApiResult.class)
            .filter(type -> Arrays.stream(type.getDeclaredMethods()).noneMatch(this::isAccessor))
            .map(Class::getSimpleName)
            .sorted()
            .toList();
    assertThat(without)
        .containsExactly(
            "AcmeAccountNameAccount",
            "AgentAcknowledgementResult",
            "AgentOptionalAcknowledgementResult",
            "ConfigJoinTotem",
            "ConfigTotemInterface",
            "HaStatusManagerStatusValueDisarm",
            "HaStatusManagerStatusValueNodeRequest",
            "SdnFabricNodePending",
            "SdnFabricPending",
            "SdnPrefixListsEntryPending");
  }

  private boolean isAccessor(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0;
  }

  @Test
  @Tag("S08")
  void theReleasesOfCephAreTyped() {
    CephReleasesEntry release =
        new CephReleasesEntry(
            json(
                """
                {"release":"squid","version":"19.2","available":1,"is-default":1,"unsupported":0}
                """));
    assertThat(release.release()).isEqualTo("squid");
    assertThat(release.available()).isTrue();
    assertThat(release.unsupported()).isFalse();
  }

  @Test
  @Tag("S08")
  void theFiltersOfTheJournalAreTyped() {
    JournalGetRequest request =
        JournalGetRequest.builder()
            .identifiers(true)
            .kernel(false)
            .priority("0..3")
            .service("pve*")
            .structured(true)
            .unit("pveproxy")
            .units(true)
            .build();
    assertThat(request.toString())
        .contains("identifiers", "kernel", "priority", "service", "structured", "unit", "units");
    assertThatThrownBy(() -> JournalGetRequest.builder().priority("9").build())
        .hasMessageContaining("priority");
  }

  @TestFactory
  @Tag("U13")
  Stream<DynamicTest> ofRefusesAnUnknownTextByNameAndReadToleratesIt() {
    return generated(WireValue.class)
        .filter(Class::isEnum)
        .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> checkEnumeration(type)));
  }

  private static void checkEnumeration(Class<?> type) throws ReflectiveOperationException {
    Method of = type.getMethod("of", String.class);
    Method read = type.getMethod("read", String.class);
    assertThatThrownBy(() -> of.invoke(null, "l27"))
        .isInstanceOf(InvocationTargetException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(type.getSimpleName() + " has no value 'l27'");
    assertThat(read.invoke(null, "l27")).hasToString("UNRECOGNIZED");
    for (Object value : type.getEnumConstants()) {
      if (!value.toString().equals("UNRECOGNIZED")) {
        assertThat(of.invoke(null, ((WireValue) value).wire())).isSameAs(value);
      }
    }
  }

  /** Returns the generated subtypes of a type below this package. */
  private static Stream<Class<?>> generated(Class<?> supertype) {
    try {
      Path classes =
          Path.of(ApiResult.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path root = classes.resolve(ResultCasesTest.class.getPackageName().replace('.', '/'));
      return Files.walk(root)
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .sorted()
          .<Class<?>>map(name -> load(name.replace(".class", "").replace('/', '.')))
          .filter(type -> supertype.isAssignableFrom(type) && type != supertype);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ResultCasesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
