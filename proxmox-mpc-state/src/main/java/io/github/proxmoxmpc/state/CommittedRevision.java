package io.github.proxmoxmpc.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a draft became.
 *
 * @param revision the revision
 * @param changes what changed in it, by kind; a kind without resources stands there with zeros
 */
public record CommittedRevision(Revision revision, Map<ResourceKind, ResourceChanges> changes) {
  /** Copies the map, and fills it up. */
  public CommittedRevision {
    Map<ResourceKind, ResourceChanges> all = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      all.put(kind, changes.getOrDefault(kind, ResourceChanges.NONE));
    }
    changes = Collections.unmodifiableMap(all);
  }

  /** What changed, all kinds together. */
  public ResourceChanges total() {
    return changes.values().stream().reduce(ResourceChanges.NONE, ResourceChanges::plus);
  }
}
