package io.github.proxmoxmpc.api.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a part of a request needs of the server.
 *
 * @param what the part, in words
 * @param since the first release that has it; null where the operation's own will do
 * @param until the last release that has it; null where it is still there
 */
public record Need(String what, @Nullable String since, @Nullable String until) {}
