package io.github.proxmoxmpc.api.identifier;

import java.util.regex.Pattern;

/**
 * The name of a cluster node, such as {@code pve1} (format {@code pve-node}).
 *
 * @param value the identifier as the server writes it
 */
public record NodeName(String value) implements Comparable<NodeName> {
  private static final Pattern RULE = Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9\\-]*[a-zA-Z0-9])?");

  /**
   * Checks the rule of the server.
   *
   * @throws IllegalArgumentException if the value breaks it; the message names the rule
   */
  public NodeName {
    Identifiers.require("node name", value, RULE, "letters, digits and inner hyphens");
  }

  /** Makes the identifier from its text; throws {@link IllegalArgumentException} as above. */
  public static NodeName of(String value) {
    return new NodeName(value);
  }

  @Override
  public int compareTo(NodeName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
