package io.github.proxmoxmpc.iac.hcl;

import java.util.List;

/** What a body holds, in order. */
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
   * @param body what stands in it
   */
  record Block(String type, List<String> labels, HclBody body) implements HclItem {
    /** Copies the labels. */
    public Block {
      labels = List.copyOf(labels);
    }
  }

  /**
   * A comment on a line of its own. Line breaks and control characters in it are written as
   * escapes, so that nothing breaks out of it.
   *
   * @param text what it says
   */
  record Comment(String text) implements HclItem {}

  /** An empty line. */
  record Blank() implements HclItem {}

  /**
   * A body that is switched off: each of its lines is a comment.
   *
   * @param body what is switched off
   */
  record Disabled(HclBody body) implements HclItem {}
}
