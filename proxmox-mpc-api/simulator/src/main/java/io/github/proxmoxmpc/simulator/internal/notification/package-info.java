/** Notifications: endpoints, matchers and targets. */
@NullMarked
package io.github.proxmoxmpc.simulator.internal.notification;

import org.jspecify.annotations.NullMarked;
