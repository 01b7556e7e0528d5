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
 * The configuration of a container, read from the API or from a file. Immutable and thread-safe.
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
   * Creates a configuration from the result of {@code GET /nodes/{node}/lxc/{vmid}/config} or of
   * {@code GET .../snapshot/{snapname}/config}.
   */
  public static ContainerConfig of(LxcConfig options) {
    return new ContainerConfig(options);
  }

  /** Reads the current configuration from the file of a container. */
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

  /** Returns the network devices by number: 0 is {@code net0}. */
  public SortedMap<Integer, ContainerNetwork> net() {
    return options.net();
  }

  /**
   * Returns the raw {@code lxc} lines, in order; empty if there are none. Lines of {@code
   * lxc.environment.runtime} are not included, because the server reports them as {@code env}: see
   * {@code options().env()}. {@link GuestSection#rawLines()} does include them.
   */
  public List<LxcLine> rawLines() {
    List<LxcLine> lines = options.lxc();
    return lines == null ? List.of() : lines;
  }

  /**
   * Returns the mappings of user and group ids from the raw lines, in order. If there are none, an
   * unprivileged container uses the range of the node, and a privileged one the ids of the host.
   *
   * @throws MalformedResponseException if LXC would reject a line, or two mappings share ids
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
   * Returns a copy with some options set, and without those that {@code unset} or {@code delete}
   * names.
   *
   * @throws InvalidRequestException if a value breaks its rule
   */
  public ContainerConfig with(UnaryOperator<LxcConfigPutRequest.Builder> changes) {
    return new ContainerConfig(
        new LxcConfig(after(changes.apply(LxcConfigPutRequest.builder()).build())));
  }

  /**
   * Computes the change that turns this configuration into the wanted one.
   *
   * <p>The change sets options that differ and deletes options that the wanted configuration lacks.
   * It includes the digest of this configuration, so the request fails if the configuration was
   * changed in the meantime. The change never includes keys that only the server writes ({@code
   * digest}, {@code lock}, {@code parent}, the fields and the description of a snapshot), and never
   * {@code unused} volumes. So no data is destroyed: a mount point that is removed becomes {@code
   * unused}.
   *
   * @throws InvalidRequestException if such a request cannot make the change, with all reasons: a
   *     mount point with another volume or size, a template, the switch between privileged and
   *     unprivileged, raw {@code lxc} lines, or an option that cannot be deleted
   */
  public ContainerConfigChange changesTo(ContainerConfig wanted) {
    return new ContainerConfigChange(differenceTo(wanted));
  }
}
