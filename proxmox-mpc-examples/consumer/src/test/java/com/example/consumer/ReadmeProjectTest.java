package com.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Creates the project of the section "Add it to your project" from nothing but the README, and runs
 * its programs. It finds the artifacts in the local repository that this build uses.
 */
@Tag("U14")
class ReadmeProjectTest {
  private static final Path README = Path.of("../../README.md");
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final Path REPOSITORY = Path.of(System.getProperty("localRepository"));

  @TempDir Path project;

  @ParameterizedTest
  @CsvSource({"FirstCall, Vm[100]", "ClusterToCode, 1 idle"})
  void aProgramOfTheReadmeRunsAgainstTheSimulator(String program, String expected)
      throws Exception {
    String pom = blocks("xml").get(0);
    assertThat(pom).contains("<version>" + VERSION + "</version>");
    Files.writeString(project.resolve("pom.xml"), pom);
    Path sources = Files.createDirectories(project.resolve("src/main/java"));
    for (String code : blocks("java")) {
      Matcher name = Pattern.compile("public class (\\w+)").matcher(code);
      assertThat(name.find()).isTrue();
      Files.writeString(sources.resolve(name.group(1) + ".java"), code);
    }
    String run = blocks("sh").get(3).replace("FirstCall", program);
    assertThat(run).endsWith("=" + program + "\n");

    assertThat(output(run)).contains(expected);
    if (program.equals("ClusterToCode")) {
      assertThat(project.resolve("infra/vms.tf")).content().contains("\"web\"");
      assertThat(project.resolve("estate.db")).exists();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "proxmox-mpc-api, io/github/proxmoxmpc/api/ProxmoxClient.java",
    "proxmox-mpc-api, io/github/proxmoxmpc/api/rest/version/Version.java",
    "proxmox-mpc-state, io/github/proxmoxmpc/state/StateStore.java",
    "proxmox-mpc-iac, io/github/proxmoxmpc/ProxmoxMpc.java",
    "proxmox-mpc-simulator, io/github/proxmoxmpc/simulator/ProxmoxSimulator.java"
  })
  void theSourcesLieBesideTheJar(String artifact, String source) throws Exception {
    Path folder = REPOSITORY.resolve("io/github/proxmoxmpc").resolve(artifact).resolve(VERSION);
    String name = artifact + "-" + VERSION;
    assertThat(folder.resolve(name + ".jar")).exists();
    try (JarFile sources = new JarFile(folder.resolve(name + "-sources.jar").toFile())) {
      assertThat(sources.getEntry(source)).isNotNull();
    }
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(Files.readString(README))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  /** Runs a command of the README in the project, with a simulator as its server. */
  private String output(String command) throws Exception {
    Estate estate =
        Estate.builder()
            .node("pve1")
            .vm("pve1", 100, "name: web\nmemory: 2048\ncores: 2\ntags: prod\n")
            .build();
    Path output = project.resolve("output");
    try (ProxmoxSimulator server = ProxmoxSimulator.start(estate)) {
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-c", command)
              .directory(project.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      shell.environment().put("PROXMOX_URL", server.url());
      shell.environment().put("PROXMOX_TOKEN", server.token());
      shell.environment().put("PROXMOX_FINGERPRINT", server.fingerprint());
      shell.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + REPOSITORY);
      Process process = shell.start();
      boolean hasEnded = process.waitFor(10, TimeUnit.MINUTES);
      process.destroy();
      String text = Files.readString(output);
      assertThat(hasEnded).as(text).isTrue();
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    }
  }
}
