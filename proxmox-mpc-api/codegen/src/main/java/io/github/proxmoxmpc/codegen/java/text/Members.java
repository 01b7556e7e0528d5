package io.github.proxmoxmpc.codegen.java.text;

import java.util.HashSet;
import java.util.Set;

/** The member names of one class, a different one for each wire name. */
public final class Members {
  private final Set<String> taken;

  /**
   * Creates the names of a class.
   *
   * @param inherited the names that it already uses
   */
  public Members(Set<String> inherited) {
    this.taken = new HashSet<>(inherited);
  }

  /** Takes a name for a wire name, with underscores if the obvious one is taken. */
  public String name(String wire) {
    String member = JavaNames.member(wire);
    while (!taken.add(member)) {
      member += "_";
    }
    return member;
  }
}
