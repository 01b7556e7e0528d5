package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.message.UnitDecoder;
import io.github.proxmoxmpc.api.value.ByteSize;
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
    return required("status", Decoder.STRING).equals("running");
  }

  /** Its name; null where the server tells none. */
  public @Nullable String name() {
    return optional("name", Decoder.STRING);
  }

  /** For how long it has been running; zero where it does not. */
  public @Nullable Duration uptime() {
    return optional("uptime", UnitDecoder.SECONDS);
  }

  /** How much of its CPUs it uses, a fraction: 1 is all of them. */
  public @Nullable Double cpu() {
    return optional("cpu", Decoder.DOUBLE);
  }

  /** How many CPUs it may use. */
  public @Nullable Double cpus() {
    return optional("cpus", Decoder.DOUBLE);
  }

  /** How much memory it uses. */
  public @Nullable ByteSize mem() {
    return optional("mem", UnitDecoder.BYTES);
  }

  /** How much memory it may use. */
  public @Nullable ByteSize maxmem() {
    return optional("maxmem", UnitDecoder.BYTES);
  }

  /** What it is locked for, such as {@code backup} or {@code migrate}; null where it is not. */
  public @Nullable String lock() {
    return optional("lock", Decoder.STRING);
  }
}
