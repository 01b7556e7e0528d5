package io.github.proxmoxmpc.iac.terraform;

/** What a rule may ask about the guest that is being mapped. */
interface MappingContext {
  /** The guest. */
  GuestView guest();

  /** Whether the provider holds the block in its state. */
  boolean holds(String block);
}
