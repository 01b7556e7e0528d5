package io.github.proxmoxmpc.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a query; null or empty means no condition. {@code ResourceMapper.xml} reads the
 * fields. An instance does not change after {@link #with} has returned it.
 */
final class ResourceFilter {
  final String kind;
  @Nullable Integer number;
  @Nullable Integer lowest;
  @Nullable Integer highest;
  @Nullable String name;
  @Nullable List<String> nodes;
  @Nullable List<String> statuses;
  @Nullable Boolean template;
  @Nullable String pool;
  @Nullable String poolTree;
  List<String> tags = List.of();
  @Nullable Boolean stale;
  @Nullable Integer limit;

  private ResourceFilter(String kind) {
    this.kind = kind;
  }

  static ResourceFilter of(ResourceKind kind) {
    return new ResourceFilter(kind.column());
  }

  ResourceFilter with(Consumer<ResourceFilter> change) {
    ResourceFilter copy = new ResourceFilter(kind);
    copy.number = number;
    copy.lowest = lowest;
    copy.highest = highest;
    copy.name = name;
    copy.nodes = nodes;
    copy.statuses = statuses;
    copy.template = template;
    copy.pool = pool;
    copy.poolTree = poolTree;
    copy.tags = tags;
    copy.stale = stale;
    copy.limit = limit;
    change.accept(copy);
    return copy;
  }

  void addTags(List<String> more) {
    List<String> all = new ArrayList<>(tags);
    all.addAll(more);
    tags = List.copyOf(all);
  }
}
