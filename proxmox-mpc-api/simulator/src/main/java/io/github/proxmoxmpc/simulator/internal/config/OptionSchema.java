package io.github.proxmoxmpc.simulator.internal.config;

import io.github.proxmoxmpc.simulator.internal.schema.ApiOperation;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.schema.Property;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that the configuration file of a kind of guest may hold, from the schema. */
public final class OptionSchema {
  /** Parameters of the write operation that are not part of the configuration. */
  private static final Set<String> CONTROLS =
      Set.of("node", "vmid", "delete", "revert", "digest", "force", "skiplock", "background_delay");

  private static final OptionSchema OF_VMS = new OptionSchema("qemu");
  private static final OptionSchema OF_CONTAINERS = new OptionSchema("lxc");

  private final Map<String, Property> written;
  private final Map<String, Property> read;
  private final Map<String, OptionType> known = new HashMap<>();

  private OptionSchema(String path) {
    OperationIndex schema = OperationIndex.bundled();
    ApiOperation write = schema.operation("PUT /nodes/{node}/" + path + "/{vmid}/config");
    ApiOperation config = schema.operation("GET /nodes/{node}/" + path + "/{vmid}/config");
    written = write.parameters();
    read = config.resultFields();
    // Maintained by the server itself and missing from the schema (PVE::QemuServer,
    // PVE::LXC::Config 9.2).
    known.put("snaptime", new OptionType("integer", false));
    known.put("template", new OptionType("boolean", false));
    for (String key : Set.of("parent", "vmstate", "snapstate", "lock", "meta", "vmgenid")) {
      known.put(key, OptionType.TEXT);
    }
  }

  /** Returns the schema for a kind of guest. */
  public static OptionSchema of(GuestKind kind) {
    return kind == GuestKind.VM ? OF_VMS : OF_CONTAINERS;
  }

  /** Returns the type of a key, empty if the server does not know the key. */
  public Optional<OptionType> find(String key) {
    OptionType fixed = known.get(key);
    if (fixed != null) {
      return Optional.of(fixed);
    }
    return property(key).map(property -> new OptionType(typeOf(property), property.isFormatted()));
  }

  /** Returns the schema of a key, empty if it has none. */
  public Optional<Property> property(String key) {
    if (CONTROLS.contains(key)) {
      return Optional.empty();
    }
    Property property = ParameterCheck.find(written, key);
    return Optional.ofNullable(property != null ? property : ParameterCheck.find(read, key));
  }

  /**
   * Returns whether a parameter controls the write operation and is not part of the configuration.
   */
  public static boolean isControl(String parameter) {
    return CONTROLS.contains(parameter);
  }

  private static String typeOf(Property property) {
    String type = property.type();
    return type == null ? "string" : type;
  }
}
