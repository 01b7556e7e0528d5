package io.github.proxmoxmpc.api.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a request needs of the server.
 *
 * @param what the part, in words
 * @param since the first release that has it; null where the operation's own will do
 * @param goneIn the first release that has it no longer; null where it is still there
 * @param instead what does the same there; null where nothing does, or it is not known
 */
public record VersionRequirement(
    String what, @Nullable String since, @Nullable String goneIn, @Nullable String instead) {}
