package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.result.ApiResult;
import io.github.proxmoxmpc.api.result.FieldType;
import io.github.proxmoxmpc.api.result.UnitField;
import io.github.proxmoxmpc.api.unit.ByteSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of a guest now: what a VM and a container have in common. What only one of them tells
 * is in {@link #details()}. Immutable and thread-safe.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   GuestStatus<?> status = guest.status();
 *   System.out.println(guest.vmid() + " " + status.name() + " " + status.isRunning());
 * }
 * }</pre>
 *
 * @param <D> all that is told of its kind
 */
public final class GuestStatus<D extends ApiResult> extends ApiResult {
  private final D details;

  GuestStatus(D details) {
    super(details.raw());
    this.details = details;
  }

  /** All that is told of its kind. */
  public D details() {
    return details;
  }

  /** Whether it runs; a VM that is paused does as well. */
  public boolean isRunning() {
    return required("status", FieldType.STRING).equals("running");
  }

  /** Its name; null where the server tells none. */
  public @Nullable String name() {
    return optional("name", FieldType.STRING);
  }

  /** For how long it has been running; zero where it does not. */
  public @Nullable Duration uptime() {
    return optional("uptime", UnitField.SECONDS);
  }

  /** How much of its CPUs it uses, a fraction: 1 is all of them. */
  public @Nullable Double cpu() {
    return optional("cpu", FieldType.DOUBLE);
  }

  /** How many CPUs it may use. */
  public @Nullable Double cpus() {
    return optional("cpus", FieldType.DOUBLE);
  }

  /** How much memory it uses. */
  public @Nullable ByteSize mem() {
    return optional("mem", UnitField.BYTES);
  }

  /** How much memory it may use. */
  public @Nullable ByteSize maxmem() {
    return optional("maxmem", UnitField.BYTES);
  }

  /** What it is locked for, such as {@code backup} or {@code migrate}; null where it is not. */
  public @Nullable String lock() {
    return optional("lock", FieldType.STRING);
  }
}
