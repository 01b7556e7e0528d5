package io.github.proxmoxmpc.state;

/**
 * How many resources a revision found changed, and how.
 *
 * @param created new in this revision
 * @param updated different from the revision before
 * @param deleted gone, on the word of somebody who can know
 * @param unchanged seen, and the same as before
 * @param stale kept although they could not be confirmed
 */
public record ResourceChanges(int created, int updated, int deleted, int unchanged, int stale) {
  /** No resources. */
  public static final ResourceChanges NONE = new ResourceChanges(0, 0, 0, 0, 0);

  /** The sum of both. */
  public ResourceChanges plus(ResourceChanges other) {
    return new ResourceChanges(
        created + other.created,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged,
        stale + other.stale);
  }
}
