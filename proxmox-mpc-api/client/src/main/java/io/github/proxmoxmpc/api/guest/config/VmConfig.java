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
 * The configuration of a VM: one immutable value, whether it came from the API or from a file.
 * Thread-safe.
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
   * Takes over what the API answered: {@code GET /nodes/{node}/qemu/{vmid}/config}, or {@code GET
   * .../snapshot/{snapname}/config}.
   */
  public static VmConfig of(QemuConfig options) {
    return new VmConfig(options);
  }

  /** Reads what holds now from the file of a VM. */
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

  /** The network devices by their number: 0 is {@code net0}. */
  public SortedMap<Integer, NetworkDevice> net() {
    return options.net();
  }

  /**
   * A copy with some options set, and those gone that are named in {@code unset} or {@code delete}.
   *
   * @throws InvalidRequestException if a value breaks its rule
   */
  public VmConfig with(UnaryOperator<QemuConfigPutRequest.Builder> changes) {
    return new VmConfig(
        new QemuConfig(after(changes.apply(QemuConfigPutRequest.builder()).build())));
  }

  /**
   * What has to be asked for to make this configuration the wanted one.
   *
   * <p>What differs is set, what is gone is deleted, and the digest of this configuration makes the
   * request fail if somebody was faster. Left out is what only the server writes ({@code digest},
   * {@code lock}, {@code meta}, {@code parent}, {@code vmgenid}, the notes of a snapshot and what
   * it is described by) and {@code unused} volumes: no data is destroyed, and a disk that is taken
   * out becomes {@code unused}. A password that stands masked in both is taken for the same.
   *
   * <p>A running VM takes some of it only at its next start. A CD-ROM drive that is new goes to the
   * end of the boot order by the server's own hand, so the difference may have to be taken again.
   *
   * @throws InvalidRequestException if no such request can do it, with every reason: a disk of
   *     another content or size, another version of the TPM, a template
   */
  public VmConfigChange changesTo(VmConfig wanted) {
    return new VmConfigChange(differenceTo(wanted));
  }
}
