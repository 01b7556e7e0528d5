package io.github.proxmoxmpc.iac.terraform;

/** The guest that is being mapped, as rules and constraints see it. */
interface MappingContext {
  /** Returns the guest. */
  GuestView guest();

  /** Returns whether the provider keeps the block in its state. */
  boolean holds(String block);
}
