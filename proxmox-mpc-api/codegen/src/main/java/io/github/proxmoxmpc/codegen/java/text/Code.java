package io.github.proxmoxmpc.codegen.java.text;

/**
 * A piece of Java, its types written with their packages; the renderer shortens and imports them.
 *
 * @param text the code; made by us, never taken from the schema
 */
public record Code(String text) {
  @Override
  public String toString() {
    return text;
  }
}
