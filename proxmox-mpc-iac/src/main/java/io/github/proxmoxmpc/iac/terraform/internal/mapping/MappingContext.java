package io.github.proxmoxmpc.iac.terraform.internal.mapping;

/** The resource that is being mapped, as rules and constraints see it. */
public interface MappingContext {
  /** Returns the resource. */
  ResourceView view();

  /** Returns whether the provider keeps the block in its state. */
  boolean holds(String block);
}
