package io.github.proxmoxmpc.state;

/**
 * The numbers of resources that changed in a revision.
 *
 * @param created the resources that are new
 * @param updated the resources that differ from the previous revision
 * @param deleted the resources that are confirmed as gone
 * @param unchanged the resources that are the same as in the previous revision
 * @param stale the resources that are kept although the sync could not confirm them
 */
public record ResourceChanges(int created, int updated, int deleted, int unchanged, int stale) {
  /** No resources. */
  public static final ResourceChanges NONE = new ResourceChanges(0, 0, 0, 0, 0);

  /** Returns the sum of both. */
  public ResourceChanges plus(ResourceChanges other) {
    return new ResourceChanges(
        created + other.created,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged,
        stale + other.stale);
  }
}
