package io.github.proxmoxmpc.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource on its way into the store.
 *
 * @param content the whole of it; the other components repeat what queries ask for
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
