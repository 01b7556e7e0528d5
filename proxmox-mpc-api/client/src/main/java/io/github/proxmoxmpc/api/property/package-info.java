/**
 * Property strings: texts such as {@code local:100/disk.raw,size=8G} with named keys, and the
 * values that only they hold. Their types are in {@code api.format}.
 */
@NullMarked
package io.github.proxmoxmpc.api.property;

import org.jspecify.annotations.NullMarked;
