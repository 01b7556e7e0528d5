package io.github.proxmoxmpc.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.Infrastructure;
import io.github.proxmoxmpc.state.infrastructure.PowerState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.SQLiteDataSource;

class StateStoreTest {
  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("estate.db");
  }

  private long rows(String table) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      return rows.getLong(1);
    }
  }

  @Test
  void aNewStoreHoldsNoRevisionAndNothingElse() {
    try (StateStore store = StateStore.open(file())) {
      assertThat(store.latestRevision()).isEmpty();
      assertThat(store.revisions()).isEmpty();
      assertThat(store.vms().list()).isEmpty();
      assertThat(store.snapshot())
          .isEqualTo(new Infrastructure(List.of(), List.of(), List.of(), List.of(), List.of()));
    }
  }

  @Test
  void committedRevisionsSurviveReopeningTheStore() {
    CommittedRevision committed;
    try (StateStore store = StateStore.open(file())) {
      committed = Estates.commit(store, Estates.small());
      assertThat(store.snapshot()).isEqualTo(Estates.small());
    }
    try (StateStore store = StateStore.open(file())) {
      assertThat(store.latestRevision()).contains(committed.revision());
      assertThat(store.snapshot()).isEqualTo(Estates.small());
    }
  }

  @Test
  void theFirstRevisionCountsEverythingAsCreated() {
    try (StateStore store = StateStore.open(file())) {
      CommittedRevision committed = Estates.commit(store, Estates.small());
      assertThat(committed.revision().number()).isEqualTo(1);
      assertThat(committed.total()).isEqualTo(new ResourceChanges(9, 0, 0, 0, 0));
      assertThat(committed.changes().get(ResourceKind.VM))
          .isEqualTo(new ResourceChanges(2, 0, 0, 0, 0));
    }
  }

  @Test
  void aVersionIsStoredWhenAResourceChangesAndNotOtherwise() throws SQLException {
    try (StateStore store = StateStore.open(file())) {
      Estates.commit(store, Estates.small());
      long before = rows("resource_version");
      assertThat(Estates.commit(store, Estates.small()).total())
          .isEqualTo(new ResourceChanges(0, 0, 0, 9, 0));
      assertThat(rows("resource_version")).isEqualTo(before);

      VmState changed =
          Estates.vm(100, PowerState.RUNNING, Map.of("name", "vm-100", "memory", "4096"));
      try (RevisionDraft draft = store.draft()) {
        CommittedRevision third = draft.put(changed).put(Estates.vm(101)).commit();
        assertThat(third.changes().get(ResourceKind.VM))
            .isEqualTo(new ResourceChanges(0, 1, 0, 1, 0));
      }
      assertThat(rows("resource_version")).isEqualTo(before + 1);
      assertThat(store.history(VmId.of(100)))
          .containsExactly(
              new GuestVersion(Estates.vm(100), 1, OptionalLong.of(3)),
              new GuestVersion(changed, 3, OptionalLong.empty()));
      assertThat(store.history(VmId.of(101))).hasSize(1);
    }
  }

  @Test
  void earlierRevisionsCanBeQueried() {
    try (StateStore store = StateStore.open(file())) {
      final Revision first = Estates.commit(store, Estates.small()).revision();
      VmState changed = Estates.vm(100, PowerState.STOPPED, Map.of("name", "renamed", "tags", "x"));
      Revision second;
      try (RevisionDraft draft = store.draft()) {
        second = draft.put(changed).gone(ResourceKey.container(VmId.of(200))).commit().revision();
      }
      assertThat(store.snapshot(first)).isEqualTo(Estates.small());
      assertThat(store.asOf(first).vms().stopped().list()).isEmpty();
      assertThat(store.asOf(first).containers().tagged("ct").count()).isEqualTo(1);
      assertThat(store.asOf(second).vms().stopped().list()).containsExactly(changed);
      assertThat(store.asOf(second).containers().list()).isEmpty();
      assertThat(store.vms().tagged("x").named("renamed").first()).contains(changed);
      assertThat(store.revisions()).containsExactly(first, second);
      assertThat(store.revision(2)).contains(second);
      assertThat(store.revision(3)).isEmpty();
    }
  }

  @Test
  void theStateAsOfATimeIsThatOfTheLastRevisionBefore() {
    SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    try (StateStore store = StateStore.open(file(), clock)) {
      final Revision first = Estates.commit(store, Estates.small()).revision();
      clock.now = Instant.parse("2026-01-03T00:00:00Z");
      final Revision second = Estates.commit(store, Estates.small()).revision();
      assertThat(store.asOf(Instant.parse("2025-12-31T00:00:00Z"))).isEmpty();
      assertThat(store.asOf(Instant.parse("2026-01-01T00:00:00Z")).orElseThrow().revision())
          .contains(first);
      assertThat(store.asOf(Instant.parse("2026-01-02T00:00:00Z")).orElseThrow().revision())
          .contains(first);
      assertThat(store.asOf(Instant.parse("2027-01-01T00:00:00Z")).orElseThrow().revision())
          .contains(second);
    }
  }

  @Test
  void deletedResourcesMayComeBack() {
    try (StateStore store = StateStore.open(file())) {
      Estates.commit(store, Estates.small());
      try (RevisionDraft draft = store.draft()) {
        CommittedRevision second = draft.gone(ResourceKey.vm(VmId.of(100))).commit();
        assertThat(second.total()).isEqualTo(new ResourceChanges(0, 0, 1, 0, 0));
      }
      assertThat(store.vms().list()).containsExactly(Estates.vm(101));
      try (RevisionDraft draft = store.draft()) {
        assertThat(draft.put(Estates.vm(100)).commit().total().created()).isEqualTo(1);
      }
      assertThat(store.vms().list()).containsExactly(Estates.vm(100), Estates.vm(101));
      assertThat(store.history(VmId.of(100)))
          .extracting(GuestVersion::validFrom, GuestVersion::validTo)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(1L, OptionalLong.of(2)),
              org.assertj.core.groups.Tuple.tuple(3L, OptionalLong.empty()));
    }
  }

  @Test
  void unconfirmedResourcesAreKeptAndStaleUntilTheyAreConfirmed() {
    ResourceKey key = ResourceKey.vm(VmId.of(100));
    try (StateStore store = StateStore.open(file())) {
      final Revision first = Estates.commit(store, Estates.small()).revision();
      Revision second;
      try (RevisionDraft draft = store.draft()) {
        CommittedRevision committed = draft.stale(key, StaleReason.NODE_OFFLINE).commit();
        second = committed.revision();
        assertThat(committed.total()).isEqualTo(new ResourceChanges(0, 0, 0, 0, 1));
      }
      assertThat(store.stale())
          .containsExactly(new StaleResource(key, StaleReason.NODE_OFFLINE, second));
      assertThat(store.vms().stale().list()).containsExactly(Estates.vm(100));
      assertThat(store.vms().confirmed().list()).containsExactly(Estates.vm(101));
      try (RevisionDraft draft = store.draft()) {
        draft.stale(key, StaleReason.NODE_OFFLINE).commit();
      }
      assertThat(store.stale()).extracting(StaleResource::since).containsExactly(second);

      Revision fourth;
      try (RevisionDraft draft = store.draft()) {
        fourth = draft.put(Estates.vm(100)).commit().revision();
      }
      assertThat(store.stale()).isEmpty();
      assertThat(store.asOf(second).vms().stale().count()).isEqualTo(1);
      assertThat(store.asOf(first).stale()).isEmpty();
      assertThat(store.history(VmId.of(100))).hasSize(1);

      try (RevisionDraft draft = store.draft()) {
        draft.stale(key, StaleReason.HIDDEN).commit();
      }
      try (RevisionDraft draft = store.draft()) {
        draft.gone(key).commit();
      }
      assertThat(store.stale()).isEmpty();
      assertThat(store.asOf(fourth).stale()).isEmpty();
    }
  }

  @Test
  void newValuesOfAStaleGuestAreStoredAndItStaysStale() {
    ResourceKey key = ResourceKey.vm(VmId.of(100));
    VmState unknown =
        Estates.vm(100, PowerState.UNKNOWN, Map.of("name", "vm-100", "memory", "2048"));
    try (StateStore store = StateStore.open(file())) {
      Estates.commit(store, Estates.small());
      try (RevisionDraft draft = store.draft()) {
        draft.put(unknown).stale(key, StaleReason.NODE_OFFLINE).commit();
      }
      assertThat(store.vms().stale().list()).containsExactly(unknown);
      try (RevisionDraft draft = store.draft()) {
        draft.put(unknown).stale(key, StaleReason.UNREADABLE).commit();
      }
      assertThat(store.stale())
          .extracting(StaleResource::reason)
          .containsExactly(StaleReason.UNREADABLE);
    }
  }

  @Test
  void aResourceThatWasNeverStoredCannotBeStale() {
    try (StateStore store = StateStore.open(file());
        RevisionDraft draft = store.draft()) {
      CommittedRevision committed =
          draft.stale(ResourceKey.vm(VmId.of(100)), StaleReason.UNREADABLE).commit();
      assertThat(committed.total()).isEqualTo(ResourceChanges.NONE);
    }
  }

  @Test
  void aDraftThatIsNotCommittedLeavesNothingBehind() throws SQLException {
    try (StateStore store = StateStore.open(file())) {
      Estates.commit(store, Estates.small());
      try (RevisionDraft draft = store.draft()) {
        Estates.large(1200).vms().forEach(draft::put);
        assertThat(rows("staged_resource")).isEqualTo(1000);
      }
      assertThat(store.snapshot()).isEqualTo(Estates.small());
      assertThat(rows("staged_resource")).isZero();
      assertThat(rows("staged_tag")).isZero();
    }
  }

  @Test
  void aSecondDraftIsRefusedWhileOneIsOpen() {
    try (StateStore store = StateStore.open(file());
        StateStore other = StateStore.open(file());
        RevisionDraft draft = store.draft()) {
      assertThatThrownBy(other::draft)
          .isInstanceOf(StateException.class)
          .hasMessageContaining("another sync is writing to this state store");
      draft.put(Estates.vm(100)).commit();
      try (RevisionDraft next = other.draft()) {
        assertThat(next.commit().revision().number()).isEqualTo(2);
      }
    }
  }

  @Test
  void closingTheStoreDiscardsItsDraft() throws SQLException {
    StateStore store = StateStore.open(file());
    RevisionDraft draft = store.draft();
    Estates.large(600).vms().forEach(draft::put);
    store.close();
    assertThat(rows("staged_resource")).isZero();
    try (StateStore again = StateStore.open(file());
        RevisionDraft next = again.draft()) {
      assertThat(next.commit().revision().number()).isEqualTo(1);
    }
  }

  @Test
  void aDraftRefusesTheSameResourceTwiceAndAnythingAfterItsEnd() {
    try (StateStore store = StateStore.open(file());
        RevisionDraft draft = store.draft()) {
      draft.put(Estates.vm(100));
      assertThatThrownBy(() -> draft.put(Estates.vm(100)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("vm 100");
      draft.commit();
      assertThatThrownBy(() -> draft.put(Estates.vm(101)))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "",
        " ",
        "it's; DROP TABLE resource_version; --",
        "\"quoted\" `back` \\ ${x} #{y} %{z} <if test=\"x\">",
        "line one\nline two\r\nline three\ttab",
        "nul \0 in the middle",
        "\u0001\u001f\u007f\u0085\u2028\u2029\ufeff",
        "漢字 – ümläut – 😀 – e\u0301",
        "half a pair \ud83d and the other \ude00 end \ud83d",
        "x".repeat(100_000));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void anyTextIsStoredWithoutLoss(String text) {
    ConfigDocument config =
        new ConfigDocument(
            new TreeMap<>(Map.of("description", text, "key " + text, "value", "tags", text)),
            List.of(new RawLine("lxc." + text, text)),
            text);
    VmState vm =
        new VmState(
            VmId.of(100),
            NodeName.of("pve1"),
            text,
            PowerState.RUNNING,
            false,
            null,
            io.github.proxmoxmpc.state.infrastructure.AgentState.SILENT,
            config,
            Collections.emptySortedSet());
    ContainerState container =
        new ContainerState(
            VmId.of(101), NodeName.of("pve1"), text, PowerState.RUNNING, false, null, config);
    try (StateStore store = StateStore.open(file());
        RevisionDraft draft = store.draft()) {
      draft.put(vm).put(container).commit();
      assertThat(store.vms().named(text).list()).containsExactly(vm);
      assertThat(store.containers().list()).containsExactly(container);
      assertThat(store.vms().tagged(text).list()).isSubsetOf(vm);
    }
  }

  @Test
  void onlyTheOwnerCanReadTheFileEvenIfOthersCouldBefore() throws IOException {
    Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
    try (StateStore store = StateStore.open(directory.resolve("deep/er/estate.db"))) {
      Estates.commit(store, Estates.small());
      try (Stream<Path> files = Files.list(directory.resolve("deep/er"))) {
        assertThat(files.toList())
            .hasSizeGreaterThan(1)
            .allSatisfy(
                file -> assertThat(Files.getPosixFilePermissions(file)).isEqualTo(ownerOnly));
      }
    }
    Files.createFile(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
    try (StateStore store = StateStore.open(file())) {
      assertThat(store.revisions()).isEmpty();
      assertThat(Files.getPosixFilePermissions(file())).isEqualTo(ownerOnly);
    }
  }

  @Test
  void aFileThatIsNotAStoreIsRejectedAndLeftUnchanged() throws IOException {
    Files.writeString(file(), "not a database, but long enough to be taken for one".repeat(50));
    byte[] before = Files.readAllBytes(file());
    assertThatThrownBy(() -> StateStore.open(file()))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("estate.db");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    assertThatThrownBy(() -> StateStore.open(directory))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("directory");
  }

  @Test
  void aDataSourceOfTheCallerCanBeUsed() throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file());
    try (StateStore store = StateStore.on(source, Clock.systemUTC())) {
      Estates.commit(store, Estates.small());
      assertThat(store.snapshot()).isEqualTo(Estates.small());
    }
    assertThat(rows("revision")).isEqualTo(1);
  }

  private static final class SettableClock extends Clock {
    private volatile Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
