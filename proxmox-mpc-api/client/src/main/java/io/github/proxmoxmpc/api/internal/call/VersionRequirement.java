package io.github.proxmoxmpc.api.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * The releases that a part of a call requires.
 *
 * @param what the part, in words
 * @param since the first release that has it; null if every release that has the operation does
 * @param goneIn the first release that no longer has it; null if the newest has it
 * @param instead the replacement; null if no replacement exists or is known
 */
public record VersionRequirement(
    String what, @Nullable String since, @Nullable String goneIn, @Nullable String instead) {}
