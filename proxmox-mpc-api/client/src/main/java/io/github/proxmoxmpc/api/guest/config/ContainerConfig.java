package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.file.GuestFile;
import io.github.proxmoxmpc.api.file.GuestSection;
import io.github.proxmoxmpc.api.format.ContainerNetwork;
import io.github.proxmoxmpc.api.guest.lxc.IdMap;
import io.github.proxmoxmpc.api.guest.lxc.LxcLine;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfig;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcConfigPutRequest;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * The configuration of a container: one immutable value, whether it came from the API or from a
 * file. Thread-safe.
 *
 * <pre>{@code
 * ContainerConfig config = pve.container(200).config();
 * ContainerConfig wanted = config.with(ct -> ct.memory(1024).unset("mp1"));
 * pve.container(200).change(config.changesTo(wanted));
 * }</pre>
 */
public final class ContainerConfig extends GuestConfig {
  private final LxcConfig options;

  private ContainerConfig(LxcConfig options) {
    super(KeyRules.CONTAINER, options);
    this.options = options;
  }

  /**
   * Takes over what the API answered: {@code GET /nodes/{node}/lxc/{vmid}/config}, or {@code GET
   * .../snapshot/{snapname}/config}.
   */
  public static ContainerConfig of(LxcConfig options) {
    return new ContainerConfig(options);
  }

  /** Reads what holds now from the file of a container. */
  public static ContainerConfig of(GuestFile file) {
    return new ContainerConfig(new LxcConfig(file.json()));
  }

  /** Reads a section of the file of a container, such as a snapshot. It has no digest. */
  public static ContainerConfig of(GuestSection section) {
    return new ContainerConfig(new LxcConfig(section.json()));
  }

  @Override
  public LxcConfig options() {
    return options;
  }

  /** The network devices by their number: 0 is {@code net0}. */
  public SortedMap<Integer, ContainerNetwork> net() {
    return options.net();
  }

  /**
   * The raw {@code lxc} lines, in order; empty where there are none. Lines of {@code
   * lxc.environment.runtime} are not among them, whether it was read from an answer or a file: they
   * are {@code options().env()}, as the server answers them. {@link GuestSection#rawLines()} has
   * them.
   */
  public List<LxcLine> rawLines() {
    List<LxcLine> lines = options.lxc();
    return lines == null ? List.of() : lines;
  }

  /**
   * How ids of the container become ids of the host by its raw lines, in order. Empty where none
   * maps them: then an unprivileged container has the range of the node, and a privileged one the
   * host's own ids.
   *
   * @throws MalformedResponseException if LXC would refuse a line, or two of them share ids
   */
  public List<IdMap> idMap() {
    List<IdMap> maps = rawLines().stream().flatMap(line -> line.idMap().stream()).toList();
    try {
      IdMap.requireDisjoint(maps);
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException("lxc.idmap: " + e.getMessage(), e);
    }
    return maps;
  }

  /**
   * A copy with some options set, and those gone that are named in {@code unset} or {@code delete}.
   *
   * @throws InvalidRequestException if a value breaks its rule
   */
  public ContainerConfig with(UnaryOperator<LxcConfigPutRequest.Builder> changes) {
    return new ContainerConfig(
        new LxcConfig(after(changes.apply(LxcConfigPutRequest.builder()).build())));
  }

  /**
   * What has to be asked for to make this configuration the wanted one.
   *
   * <p>What differs is set, what is gone is deleted, and the digest of this configuration makes the
   * request fail if somebody was faster. Left out is what only the server writes ({@code digest},
   * {@code lock}, {@code parent}, the notes of a snapshot and what it is described by) and {@code
   * unused} volumes: no data is destroyed, and a mount point that is taken out becomes {@code
   * unused}.
   *
   * @throws InvalidRequestException if no such request can do it, with every reason: a volume of
   *     another content or size, a template, privileged or not, raw {@code lxc} lines, or an option
   *     that cannot be deleted
   */
  public ContainerConfigChange changesTo(ContainerConfig wanted) {
    return new ContainerConfigChange(differenceTo(wanted));
  }
}
