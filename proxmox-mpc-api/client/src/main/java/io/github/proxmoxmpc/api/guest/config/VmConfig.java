package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.file.GuestSection;
import io.github.proxmoxmpc.api.format.NetworkDevice;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfig;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuConfigPutRequest;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * The configuration of a VM, read from the API or from a file. Immutable and thread-safe.
 *
 * <pre>{@code
 * VmConfig config = pve.vm(100).config();
 * String bridge = config.net().get(0).bridge();
 * VmConfig wanted = config.with(vm -> vm.cores(4).memory(Memory.parse("8192")));
 * pve.vm(100).change(config.changesTo(wanted));
 * }</pre>
 */
public final class VmConfig extends GuestConfig {
  private final QemuConfig options;

  private VmConfig(QemuConfig options) {
    super(KeyRules.VM, options);
    this.options = options;
  }

  /**
   * Creates a configuration from the result of {@code GET /nodes/{node}/qemu/{vmid}/config} or of
   * {@code GET .../snapshot/{snapname}/config}.
   */
  public static VmConfig of(QemuConfig options) {
    return new VmConfig(options);
  }

  /** Reads the current configuration from the file of a VM. */
  public static VmConfig of(GuestFile file) {
    return new VmConfig(new QemuConfig(file.json()));
  }

  /** Reads a section of the file of a VM, such as a snapshot. It has no digest. */
  public static VmConfig of(GuestSection section) {
    return new VmConfig(new QemuConfig(section.json()));
  }

  @Override
  public QemuConfig options() {
    return options;
  }

  /** Returns the network devices by number: 0 is {@code net0}. */
  public SortedMap<Integer, NetworkDevice> net() {
    return options.net();
  }

  /**
   * Returns a copy with some options set, and without those that {@code unset} or {@code delete}
   * names.
   *
   * @throws InvalidRequestException if a value breaks its rule
   */
  public VmConfig with(UnaryOperator<QemuConfigPutRequest.Builder> changes) {
    return new VmConfig(
        new QemuConfig(after(changes.apply(QemuConfigPutRequest.builder()).build())));
  }

  /**
   * Computes the change that turns this configuration into the wanted one.
   *
   * <p>The change sets options that differ and deletes options that the wanted configuration lacks.
   * It includes the digest of this configuration, so the request fails if the configuration was
   * changed in the meantime. The change never includes keys that only the server writes ({@code
   * digest}, {@code lock}, {@code meta}, {@code parent}, {@code vmgenid}, the fields and the
   * description of a snapshot), and never {@code unused} volumes. So no data is destroyed: a disk
   * that is removed becomes {@code unused}. Passwords that are masked in both are considered equal.
   *
   * <p>Some options of a running VM take effect only at its next start. The server appends a new
   * CD-ROM drive to the boot order, so a second change may be needed to restore the wanted order.
   *
   * @throws InvalidRequestException if such a request cannot make the change, with all reasons: a
   *     slot with another volume or size, another version of the TPM, a template
   */
  public VmConfigChange changesTo(VmConfig wanted) {
    return new VmConfigChange(differenceTo(wanted));
  }
}
