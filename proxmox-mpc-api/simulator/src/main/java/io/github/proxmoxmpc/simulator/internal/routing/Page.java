package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param rows the part
 * @param total how long the whole list is
 */
public record Page(List<?> rows, long total) {}
