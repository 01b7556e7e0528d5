package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.message.ApiRequest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that a change sets, and the keys that it deletes.
 *
 * @param values the new values by key
 * @param deletions the keys to delete, in the order in which the server has to delete them
 * @param digest the digest of the configuration to change; empty if it is not known
 */
record RequestedChange(SortedMap<String, String> values, List<String> deletions, String digest) {
  RequestedChange {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    deletions = List.copyOf(deletions);
  }

  boolean isEmpty() {
    return values.isEmpty() && deletions.isEmpty();
  }

  /** Adds the change to a request. */
  <B extends ApiRequest.Builder<B>> B into(B request) {
    if (isEmpty()) {
      throw new IllegalStateException(
          "Cannot create a request for an empty change, because the server rejects it: call isEmpty()"
              + " first");
    }
    values.forEach(request::with);
    if (!deletions.isEmpty()) {
      request.with("delete", String.join(",", deletions));
    }
    return digest.isEmpty() ? request : request.with("digest", digest);
  }
}
