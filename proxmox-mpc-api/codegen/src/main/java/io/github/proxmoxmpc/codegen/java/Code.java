package io.github.proxmoxmpc.codegen.java;

/**
 * A piece of Java, its types written with their packages; the renderer shortens and imports them.
 *
 * @param text the code; made by us, never taken from the schema
 */
record Code(String text) {
  @Override
  public String toString() {
    return text;
  }
}
