package io.github.proxmoxmpc.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The result of committing a draft.
 *
 * @param revision the revision
 * @param changes the changes by kind; every kind is present
 */
public record CommittedRevision(Revision revision, Map<ResourceKind, ResourceChanges> changes) {
  /** Copies the map, and adds missing kinds without changes. */
  public CommittedRevision {
    Map<ResourceKind, ResourceChanges> all = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      all.put(kind, changes.getOrDefault(kind, ResourceChanges.NONE));
    }
    changes = Collections.unmodifiableMap(all);
  }

  /** Returns the changes of all kinds together. */
  public ResourceChanges total() {
    return changes.values().stream().reduce(ResourceChanges.NONE, ResourceChanges::plus);
  }
}
