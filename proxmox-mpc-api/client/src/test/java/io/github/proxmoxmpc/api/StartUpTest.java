package io.github.proxmoxmpc.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.StartUpProbe.FirstCall;
import io.github.proxmoxmpc.api.StartUpProbe.Trust;
import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The first call in a JVM loads only the classes that it needs. */
class StartUpTest {
  private static final String REST = "io.github.proxmoxmpc.api.rest.";
  private static final String CHECK = "io.github.proxmoxmpc.api.internal.check.";

  private final TestServer server = new TestServer();
  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @Tag("F02")
  @EnumSource(
      value = Trust.class,
      names = {"PINNED", "CA_FILE", "INSECURE"})
  void aConfiguredTrustNeedsNoTrustStoreOfTheJdk(Trust trust) throws Exception {
    assertThat(withoutTrustStore(trust, FirstCall.VERSION)).contains("answer: 9.2.1");
    assertThat(server.mock.getRequestCount()).isEqualTo(1);
  }

  @Test
  @Tag("F02")
  void anAsyncCallNeedsNoTrustStoreOfTheJdk() throws Exception {
    assertThat(withoutTrustStore(Trust.PINNED, FirstCall.VERSION_ASYNC)).contains("answer: 9.2.1");
  }

  /** Otherwise the other tests of the trust store could not fail. */
  @Test
  @Tag("F02")
  void thePlatformAuthoritiesNeedTheTrustStore() throws Exception {
    assertThat(withoutTrustStore(Trust.PLATFORM, FirstCall.VERSION))
        .contains("Cannot use the trust store");
    assertThat(server.mock.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @Tag("F03")
  @CsvSource({
    "VERSION, version.Version",
    "VERSION_ASYNC, version.Version",
    "POOLS, pools.PoolsEntry",
    "VM_CONFIG, nodes.qemu.QemuConfig",
  })
  void aCallLoadsOnlyTheResultOfItsOperation(FirstCall call, String result) throws Exception {
    Set<String> results = new TreeSet<>();
    for (String name : loadedBy(call)) {
      if (name.startsWith(REST) && ApiResult.class.isAssignableFrom(classNamed(name))) {
        results.add(name);
      }
    }
    assertThat(results).containsExactly(REST + result);
  }

  @Test
  @Tag("F03")
  void aFormatLoadsItsOwnTablesOnly() throws Exception {
    assertThat(loadedBy(FirstCall.CHECKED_WRITE).stream().filter(name -> name.startsWith(CHECK)))
        .contains(CHECK + "Formats", CHECK + "AddressFormats")
        .doesNotContain(
            CHECK + "FirewallFormats$IcmpTypes", CHECK + "FirewallFormats$Helpers", CHECK + "Pem");
  }

  @ParameterizedTest
  @Tag("F04")
  @EnumSource(
      value = FirstCall.class,
      names = {"VERSION", "VERSION_ASYNC", "POOLS"})
  void aCallWithoutParametersLoadsNoRules(FirstCall call) throws Exception {
    List<String> loaded = loadedBy(call);
    assertThat(loaded).noneMatch(name -> name.startsWith(CHECK));
    assertThat(loaded)
        .noneMatch(name -> name.startsWith(REST) && name.endsWith("Request"))
        .noneMatch(name -> name.startsWith(REST) && name.contains("Request$"));
  }

  private String withoutTrustStore(Trust trust, FirstCall call) throws Exception {
    Path store = Files.writeString(folder.resolve("cacerts"), "no key store");
    return run(List.of("-Djavax.net.ssl.trustStore=" + store), trust, call);
  }

  private List<String> loadedBy(FirstCall call) throws Exception {
    Path log = folder.resolve("classes");
    assertThat(run(List.of("-Xlog:class+load=info:file=" + log + ":none"), Trust.PINNED, call))
        .contains("answer: ");
    return Files.readAllLines(log).stream()
        .map(line -> line.replaceFirst(" .*", ""))
        .filter(name -> !name.contains("$$Lambda"))
        .toList();
  }

  private static Class<?> classNamed(String name) {
    try {
      return Class.forName(name, false, StartUpTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private String run(List<String> options, Trust trust, FirstCall call) throws Exception {
    server.mock.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String target = request.getTarget();
            return TestServer.json(
                target.endsWith("/version")
                    ? "{\"data\":{\"version\":\"9.2.1\",\"release\":\"9.2\",\"repoid\":\"x\"}}"
                    : target.endsWith("/pools")
                        ? "{\"data\":[{\"poolid\":\"prod\"}]}"
                        : "{\"data\":{\"name\":\"web\"}}");
          }
        });
    Path ca = Files.writeString(folder.resolve("ca.pem"), server.certificate.certificatePem());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(StartUpProbe.class.getName());
    command.addAll(
        List.of(server.url(), server.fingerprint(), ca.toString(), trust.name(), call.name()));
    Path output = folder.resolve("output");
    Process jvm =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }
}
