package io.github.proxmoxmpc.api.guest;

import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.message.UnitDecoder;
import io.github.proxmoxmpc.api.value.ByteSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The current status of a guest: the fields that VMs and containers share. {@link #details()} has
 * all fields of its kind. Immutable and thread-safe.
 *
 * <pre>{@code
 * for (Guest guest : pve.guests().list()) {
 *   GuestStatus<?> status = guest.status();
 *   System.out.println(guest.vmid() + " " + status.name() + " " + status.isRunning());
 * }
 * }</pre>
 *
 * @param <D> the type of the status with all fields of its kind
 */
public final class GuestStatus<D extends ApiResult> extends ApiResult {
  private final D details;

  GuestStatus(D details) {
    super(details.raw());
    this.details = details;
  }

  /** Returns the status with all fields of its kind. */
  public D details() {
    return details;
  }

  /** Returns whether the guest is running; a paused VM counts as running. */
  public boolean isRunning() {
    return required("status", Decoder.STRING).equals("running");
  }

  /** Returns the name; null if the server does not report one. */
  public @Nullable String name() {
    return optional("name", Decoder.STRING);
  }

  /** Returns the time since the guest was started; zero if it is not running. */
  public @Nullable Duration uptime() {
    return optional("uptime", UnitDecoder.SECONDS);
  }

  /** Returns the CPU usage as a fraction: 1 means that all CPUs of the guest are busy. */
  public @Nullable Double cpu() {
    return optional("cpu", Decoder.DOUBLE);
  }

  /** Returns the number of CPUs that the guest may use. */
  public @Nullable Double cpus() {
    return optional("cpus", Decoder.DOUBLE);
  }

  /** Returns the memory that the guest uses. */
  public @Nullable ByteSize mem() {
    return optional("mem", UnitDecoder.BYTES);
  }

  /** Returns the memory that the guest may use. */
  public @Nullable ByteSize maxmem() {
    return optional("maxmem", UnitDecoder.BYTES);
  }

  /** Returns the reason of a lock, such as {@code backup}; null if the guest is not locked. */
  public @Nullable String lock() {
    return optional("lock", Decoder.STRING);
  }
}
