package io.github.proxmoxmpc.iac.hcl;

import java.util.List;

/** An item of a body. */
public sealed interface HclItem {

  /**
   * {@code name = value}.
   *
   * @param name an HCL identifier
   * @param value the value
   */
  record Attribute(String name, HclValue value) implements HclItem {}

  /**
   * {@code type "label" { ... }}.
   *
   * @param type the type of the block
   * @param labels its labels
   * @param body its content
   */
  record Block(String type, List<String> labels, HclBody body) implements HclItem {
    /** Copies the labels. */
    public Block {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A comment on a line of its own. Line breaks and control characters are escaped, so that no text
   * can end the comment.
   *
   * @param text its text
   */
  record Comment(String text) implements HclItem {}

  /** An empty line. */
  record Blank() implements HclItem {}

  /**
   * A body that is commented out line by line.
   *
   * @param body the body
   */
  record Disabled(HclBody body) implements HclItem {}
}
