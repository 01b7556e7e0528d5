package io.github.proxmoxmpc.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource that is staged for the next revision.
 *
 * @param content the whole document; the other components repeat the fields that queries use
 */
record StagedRow(
    String kind,
    String id,
    String content,
    @Nullable Integer number,
    @Nullable String name,
    @Nullable String node,
    @Nullable String status,
    @Nullable Boolean template,
    @Nullable String pool,
    List<String> tags) {}
