package io.github.proxmoxmpc.state;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** The statements of {@code RunMapper.xml}. */
interface RunMapper {
  void begin(
      @Param("owner") String owner, @Param("now") long now, @Param("leaseUntil") long leaseUntil);

  List<RunRow> running();

  int extendLease(@Param("run") long run, @Param("leaseUntil") long leaseUntil);

  int abandon(@Param("run") long run, @Param("now") long now);

  void stage(@Param("run") long run, @Param("row") StagedRow row);

  void stageTag(
      @Param("run") long run,
      @Param("kind") String kind,
      @Param("id") String id,
      @Param("tag") String tag);

  void stageAbsence(
      @Param("run") long run,
      @Param("kind") String kind,
      @Param("id") String id,
      @Param("verdict") String verdict);

  void insertRevision(@Param("now") long now);

  long newestRevision();

  int finish(@Param("run") long run, @Param("now") long now, @Param("revision") long revision);

  List<StagedCountRow> countStaged(@Param("run") long run);

  List<KindCountRow> countGone(@Param("run") long run);

  List<KindCountRow> countStale();

  int closeGone(@Param("run") long run, @Param("revision") long revision);

  int closeChanged(@Param("run") long run, @Param("revision") long revision);

  int openVersions(@Param("run") long run, @Param("revision") long revision);

  int openTags(@Param("run") long run, @Param("revision") long revision);

  int closeStale(@Param("run") long run, @Param("revision") long revision);

  int openStale(@Param("run") long run, @Param("revision") long revision);

  int clearTags(@Param("run") long run);

  int clearAbsences(@Param("run") long run);

  int clearResources(@Param("run") long run);
}

record RunRow(long id, String owner, long startedAt, long leaseUntil) {}

record StagedCountRow(String kind, int created, int updated, int unchanged) {}

record KindCountRow(String kind, int total) {}
