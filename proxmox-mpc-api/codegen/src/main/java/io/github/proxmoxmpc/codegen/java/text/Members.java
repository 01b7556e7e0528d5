package io.github.proxmoxmpc.codegen.java.text;

import java.util.HashSet;
import java.util.Set;

/** The member names of one class; two wire names never share one. */
public final class Members {
  private final Set<String> taken;

  /**
   * Begins a class.
   *
   * @param inherited what it has already
   */
  public Members(Set<String> inherited) {
    this.taken = new HashSet<>(inherited);
  }

  public String name(String wire) {
    String member = JavaNames.member(wire);
    while (!taken.add(member)) {
      member += "_";
    }
    return member;
  }
}
