package io.github.proxmoxmpc.simulator.internal.routing;

import java.util.List;

/**
 * A page of a longer list.
 *
 * @param rows the rows of the page
 * @param total the length of the whole list
 */
public record Page(List<?> rows, long total) {}
