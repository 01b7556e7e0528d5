package io.github.proxmoxmpc.api.value;

import java.util.regex.Pattern;

/** The name of a cluster node, such as {@code pve1} (format {@code pve-node}). */
public final class NodeName extends Identifier<NodeName> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?");

  private NodeName(String value) {
    super(value);
  }

  /**
   * Creates it from its text.
   *
   * @throws IllegalArgumentException if the text breaks the rule of the server
   */
  public static NodeName of(String value) {
    return new NodeName(checked(value, RULE, "node name: letters, digits and inner hyphens"));
  }

  /** Reads a text as the server sent it; accepts every text. */
  public static NodeName read(String value) {
    return new NodeName(value);
  }
}
