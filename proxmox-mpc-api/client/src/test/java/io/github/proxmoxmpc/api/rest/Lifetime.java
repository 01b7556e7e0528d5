package io.github.proxmoxmpc.api.rest;

import io.github.proxmoxmpc.api.identifier.Release;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The releases that have a part: those that have it and all that holds it.
 *
 * @param spans its own releases, and those of its holders
 */
record Lifetime(List<Span> spans) {
  static final Lifetime ALWAYS = new Lifetime(List.of());

  /** From a first release to a last; null for no such limit. */
  record Span(@Nullable String first, @Nullable String last) {
    boolean has(Release release) {
      return (first == null || !release.isBefore(Release.of(first)))
          && (last == null || !Release.of(last).isBefore(release));
    }
  }

  /** The lifetime of a part of what has this one. */
  Lifetime within(@Nullable String first, @Nullable String last) {
    List<Span> all = new ArrayList<>(spans);
    all.add(new Span(first, last));
    return new Lifetime(all);
  }

  boolean has(Release release) {
    return spans.stream().allMatch(span -> span.has(release));
  }
}
