package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.message.ApiRequest;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a change sets and deletes.
 *
 * @param values the new values by key
 * @param deletions the keys to delete, in the order in which the server has to
 * @param digest of the configuration that is changed; empty where it is not known
 */
record RequestedChange(SortedMap<String, String> values, List<String> deletions, String digest) {
  RequestedChange {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    deletions = List.copyOf(deletions);
  }

  boolean isEmpty() {
    return values.isEmpty() && deletions.isEmpty();
  }

  /** Writes it into a request. */
  <B extends ApiRequest.Builder<B>> B into(B request) {
    if (isEmpty()) {
      throw new IllegalStateException(
          "Nothing is to be changed, and the server refuses a request that changes nothing: look at"
              + " isEmpty() first");
    }
    values.forEach(request::with);
    if (!deletions.isEmpty()) {
      request.with("delete", String.join(",", deletions));
    }
    return digest.isEmpty() ? request : request.with("digest", digest);
  }
}
