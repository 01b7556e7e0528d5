package io.github.proxmoxmpc.codegen.java;

import java.util.HashSet;
import java.util.Set;

/** The member names of one class; two wire names never share one. */
final class Members {
  private final Set<String> taken;

  /**
   * Begins a class.
   *
   * @param inherited what it has already
   */
  Members(Set<String> inherited) {
    this.taken = new HashSet<>(inherited);
  }

  String name(String wire) {
    String member = JavaNames.member(wire);
    while (!taken.add(member)) {
      member += "_";
    }
    return member;
  }
}
