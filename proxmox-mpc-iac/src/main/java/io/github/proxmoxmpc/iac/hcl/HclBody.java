package io.github.proxmoxmpc.iac.hcl;

import java.util.ArrayList;
import java.util.List;

/**
 * The content of a block or a file: attributes, blocks and comments in order. Immutable.
 *
 * @param items the items, in order
 */
public record HclBody(List<HclItem> items) {
  /** Copies the list. */
  public HclBody {
    items = List.copyOf(items);
  }

  /** Returns a builder for a body. */
  public static Builder builder() {
    return new Builder();
  }

  /** Prints the body as a file, formatted like {@code terraform fmt}, with a final newline. */
  public String print() {
    return HclPrinter.print(this);
  }

  /** Collects items. Not thread-safe. */
  public static final class Builder {
    private final List<HclItem> items = new ArrayList<>();

    private Builder() {}

    /** Adds any item. */
    public Builder add(HclItem item) {
      items.add(item);
      return this;
    }

    /** Adds an attribute. */
    public Builder attribute(String name, HclValue value) {
      return add(new HclItem.Attribute(name, value));
    }

    /** Adds an attribute with a string. */
    public Builder text(String name, String value) {
      return attribute(name, new HclValue.Text(value));
    }

    /** Adds an attribute with an expression. */
    public Builder expression(String name, String source) {
      return attribute(name, new HclValue.Expression(source));
    }

    /** Adds a block without labels. */
    public Builder block(String type, HclBody body) {
      return add(new HclItem.Block(type, List.of(), body));
    }

    /** Adds a comment. */
    public Builder comment(String text) {
      return add(new HclItem.Comment(text));
    }

    /** Adds an empty line. */
    public Builder blank() {
      return add(new HclItem.Blank());
    }

    /** Returns whether the builder has no items. */
    public boolean isEmpty() {
      return items.isEmpty();
    }

    /** Builds the body. */
    public HclBody build() {
      return new HclBody(items);
    }
  }
}
