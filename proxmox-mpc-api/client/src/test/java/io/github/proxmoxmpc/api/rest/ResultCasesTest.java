package io.github.proxmoxmpc.api.rest;

import static io.github.proxmoxmpc.api.rest.cluster.ceph.CephRestartBulkServiceType.MON;
import static io.github.proxmoxmpc.api.rest.nodes.ceph.CephRestartBulkServiceType.OSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.message.UntypedValue;
import io.github.proxmoxmpc.api.rest.access.users.UsersTfa;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephReleasesEntry;
import io.github.proxmoxmpc.api.rest.nodes.journal.JournalGetRequest;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuOstype;
import io.github.proxmoxmpc.api.testing.TestServer;
import io.github.proxmoxmpc.api.value.WireValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Results that real servers sent and that could not be read once. */
class ResultCasesTest {
  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text);
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

  @Test
  @Tag("S08")
  void aLineOfTheJournalIsATextOrAnObject() {
    try (TestServer server = new TestServer();
        ProxmoxClient pve = server.client()) {
      server.answersData("[\"Nov 22 pve systemd[1]: Started\", {\"message\": \"Started\"}]");
      assertThat(pve.api().nodes("pve").journal().get())
          .map(UntypedValue::raw)
          .containsExactly(
              JsonValue.parse("\"Nov 22 pve systemd[1]: Started\""),
              JsonValue.parse("{\"message\": \"Started\"}"));
    }
  }

  @Test
  @Tag("S08")
  void theRestartOfManyCephDaemonsIsATask() {
    String upid = "UPID:pve:000F4240:05F5E100:69213C00:cephrestart::root@pam:";
    try (TestServer server = new TestServer();
        ProxmoxClient pve = server.client()) {
      server.answersData("{\"version\": \"9.2.11\", \"release\": \"9.2\", \"repoid\": \"f\"}");
      server.answersData("\"" + upid + "\"");
      assertThat(
              pve.api()
                  .nodes("pve")
                  .ceph()
                  .restartBulk()
                  .post(restart -> restart.serviceType(OSD))
                  .upid())
          .hasToString(upid);
      server.answersData("\"" + upid + "\"");
      assertThat(
              pve.api()
                  .cluster()
                  .ceph()
                  .restartBulk()
                  .post(restart -> restart.serviceType(MON).dryRun(true))
                  .upid())
          .hasToString(upid);
    }
  }

  @Test
  @Tag("U13")
  void theRefusalOfATextIsOneLine() {
    assertThatThrownBy(() -> QemuOstype.of("l27\nforged line"))
        .hasMessageContaining("'l27\\nforged line'")
        .message()
        .hasLineCount(1);
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
