package io.github.proxmoxmpc.state;

/**
 * A resource that the store keeps although the last sync could not confirm it.
 *
 * @param key its key
 * @param reason why it could not be confirmed
 * @param since the first revision that could not confirm it
 */
public record StaleResource(ResourceKey key, StaleReason reason, Revision since) {
  static StaleResource of(StaleRow row) {
    return new StaleResource(
        new ResourceKey(ResourceKind.ofColumn(row.kind()), row.id()),
        StaleReason.valueOf(row.reason()),
        Revision.of(new RevisionRow(row.number(), row.committedAt())));
  }
}
