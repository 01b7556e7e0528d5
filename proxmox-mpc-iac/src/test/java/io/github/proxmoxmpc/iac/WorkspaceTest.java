package io.github.proxmoxmpc.iac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.iac.coverage.Coverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
  @TempDir Path directory = Path.of("");

  @Test
  void theFirstRunWritesEverythingAndTheSecondNothing() throws IOException {
    GeneratedFiles files = filesOf("a.tf", "1\n", "sub/b.tf", "2\n");
    assertThat(files.into(directory).written()).containsExactly("a.tf", "sub/b.tf");
    assertThat(directory.resolve("sub/b.tf")).hasContent("2");
    Workspace again = files.into(directory);
    assertThat(again.written()).isEmpty();
    assertThat(again.unchanged()).containsExactly("a.tf", "sub/b.tf");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aMissingDirectoryIsCreated() {
    Path deep = directory.resolve("x/y");
    assertThat(filesOf("a.tf", "1\n").into(deep).written()).containsExactly("a.tf");
    assertThat(deep.resolve("a.tf")).exists();
  }

  @Test
  void aChangedFileIsReplaced() {
    filesOf("a.tf", "1\n").into(directory);
    assertThat(filesOf("a.tf", "2\n").into(directory).written()).containsExactly("a.tf");
    assertThat(directory.resolve("a.tf")).hasContent("2");
  }

  @Test
  void anEditedFileIsKeptAndTheNewVersionIsWrittenBesideIt() throws IOException {
    filesOf("a.tf", "1\n").into(directory);
    Files.writeString(directory.resolve("a.tf"), "mine\n");
    Workspace workspace = filesOf("a.tf", "2\n").into(directory);
    assertThat(workspace.conflicts()).containsExactly("a.tf");
    assertThat(workspace.written()).isEmpty();
    assertThat(directory.resolve("a.tf")).hasContent("mine");
    assertThat(directory.resolve("a.tf.new")).hasContent("2");

    assertThat(filesOf("a.tf", "3\n").into(directory).conflicts()).containsExactly("a.tf");
    assertThat(directory.resolve("a.tf")).hasContent("mine");
    assertThat(directory.resolve("a.tf.new")).hasContent("3");
  }

  @Test
  void anEditThatEqualsTheNewVersionIsNotAConflict() throws IOException {
    filesOf("a.tf", "1\n").into(directory);
    Files.writeString(directory.resolve("a.tf"), "2\n");
    assertThat(filesOf("a.tf", "2\n").into(directory).unchanged()).containsExactly("a.tf");
    assertThat(filesOf("a.tf", "3\n").into(directory).written()).containsExactly("a.tf");
  }

  @Test
  void aSettledConflictLeavesNoFileBehind() throws IOException {
    filesOf("a.tf", "1\n").into(directory);
    Files.writeString(directory.resolve("a.tf"), "mine\n");
    filesOf("a.tf", "2\n").into(directory);
    Files.move(
        directory.resolve("a.tf.new"),
        directory.resolve("a.tf"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(filesOf("a.tf", "2\n").into(directory).conflicts()).isEmpty();
    assertThat(directory.resolve("a.tf.new")).doesNotExist();
  }

  @Test
  void aFileThatExistedBeforeIsKept() throws IOException {
    Files.writeString(directory.resolve("a.tf"), "theirs\n");
    assertThat(filesOf("a.tf", "1\n").into(directory).conflicts()).containsExactly("a.tf");
    assertThat(directory.resolve("a.tf")).hasContent("theirs");
  }

  @Test
  void filesNoLongerGeneratedAreDeletedUnlessEdited() throws IOException {
    filesOf("a.tf", "1\n", "b.tf", "1\n", "c.tf", "1\n").into(directory);
    Files.writeString(directory.resolve("b.tf"), "mine\n");
    Workspace workspace = filesOf("c.tf", "1\n").into(directory);
    assertThat(workspace.removed()).containsExactly("a.tf");
    assertThat(workspace.conflicts()).containsExactly("b.tf");
    assertThat(directory.resolve("a.tf")).doesNotExist();
    assertThat(directory.resolve("b.tf")).hasContent("mine");
  }

  @Test
  void aFileThatAPersonRemovedIsWrittenAgain() throws IOException {
    filesOf("a.tf", "1\n").into(directory);
    Files.delete(directory.resolve("a.tf"));
    assertThat(filesOf("a.tf", "1\n").into(directory).written()).containsExactly("a.tf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.tf",
        "/a.tf",
        "a/../../b.tf",
        "a//b.tf",
        "",
        ".",
        "..",
        "C:\\x",
        "a\\b",
        "a\nb",
        "con/..",
        "x/",
        "ü.tf",
        "a.",
        "~/a"
      })
  void aPathThatLeavesTheWorkspaceIsRefused(String path) {
    assertThatThrownBy(() -> new GeneratedFile(path, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSymbolicLinkDoesNotLeadOutOfTheWorkspace() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Path inside = Files.createDirectory(directory.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("sub"), outside);
    GeneratedFiles files = filesOf("sub/a.tf", "1\n");
    assertThatThrownBy(() -> files.into(inside))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("leads out of the workspace");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void aManipulatedManifestCannotDeleteFilesOutside() throws IOException {
    Path inside = Files.createDirectory(directory.resolve("inside"));
    Path victim = Files.writeString(directory.resolve("victim"), "x");
    Files.createDirectory(inside.resolve(".proxmox-mpc"));
    Files.writeString(
        inside.resolve(Manifest.PATH),
        "{\"files\": {\"../victim\": \"" + Manifest.hash(Files.readAllBytes(victim)) + "\"}}");
    filesOf("a.tf", "1\n").into(inside);
    assertThat(victim).exists();
  }

  @Test
  void aBrokenManifestCountsAsEmpty() throws IOException {
    filesOf("a.tf", "1\n").into(directory);
    Files.writeString(directory.resolve(Manifest.PATH), "{broken");
    assertThat(filesOf("a.tf", "2\n").into(directory).conflicts()).containsExactly("a.tf");
  }

  @Test
  void twoFilesOfTheSameNameAreRefused() {
    assertThatThrownBy(() -> filesOf("a.tf", "1", "A.tf", "2"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().matches(".*(tmp|new)$")).toList();
    }
  }

  private static GeneratedFiles filesOf(String... pathsAndContents) {
    List<GeneratedFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      files.add(new GeneratedFile(pathsAndContents[i], pathsAndContents[i + 1]));
    }
    return new GeneratedFiles(files, Coverage.empty());
  }
}
