package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import java.util.Comparator;
import java.util.Objects;

/**
 * Identifies a resource in the store. Sorted by kind, then by id.
 *
 * @param kind its kind
 * @param id its id in the cluster, as text
 */
public record ResourceKey(ResourceKind kind, String id) implements Comparable<ResourceKey> {
  private static final Comparator<ResourceKey> ORDER =
      Comparator.comparing(ResourceKey::kind)
          .thenComparing(key -> key.id().length() * (key.kind().isNumbered() ? 1 : 0))
          .thenComparing(ResourceKey::id);

  /** Rejects nulls. */
  public ResourceKey {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** Returns the key of a node. */
  public static ResourceKey node(NodeName name) {
    return new ResourceKey(ResourceKind.NODE, name.value());
  }

  /** Returns the key of a virtual machine. */
  public static ResourceKey vm(VmId vmid) {
    return new ResourceKey(ResourceKind.VM, vmid.toString());
  }

  /** Returns the key of a container. */
  public static ResourceKey container(VmId vmid) {
    return new ResourceKey(ResourceKind.CONTAINER, vmid.toString());
  }

  /** Returns the key of a storage. */
  public static ResourceKey storage(StorageId id) {
    return new ResourceKey(ResourceKind.STORAGE, id.value());
  }

  /** Returns the key of a pool. */
  public static ResourceKey pool(PoolId id) {
    return new ResourceKey(ResourceKind.POOL, id.value());
  }

  @Override
  public int compareTo(ResourceKey other) {
    return ORDER.compare(this, other);
  }

  /** Returns the key for a message: {@code vm 100}. */
  @Override
  public String toString() {
    return kind.column() + " " + id;
  }
}
