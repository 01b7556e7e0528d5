package io.github.proxmoxmpc.state;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The queries of {@code ResourceMapper.xml}. */
interface ResourceMapper {
  @Nullable RevisionRow latestRevision();

  @Nullable RevisionRow revision(@Param("number") long number);

  @Nullable RevisionRow revisionAt(@Param("time") long time);

  List<RevisionRow> revisions();

  List<ResourceRow> all(@Param("revision") long revision);

  List<KeyRow> keys(@Param("revision") long revision);

  List<ResourceRow> matching(
      @Param("revision") long revision, @Param("filter") ResourceFilter filter);

  long count(@Param("revision") long revision, @Param("filter") ResourceFilter filter);

  List<StaleRow> stale(@Param("revision") long revision);

  List<VersionRow> history(@Param("id") String id, @Param("kinds") List<String> kinds);
}

record RevisionRow(long number, long committedAt) {}

record ResourceRow(String kind, String id, String content) {}

record KeyRow(String kind, String id) {}

record StaleRow(String kind, String id, String reason, long number, long committedAt) {}

record VersionRow(String kind, String content, long validFrom, long validTo) {}
