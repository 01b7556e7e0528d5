package io.github.proxmoxmpc.codegen.java.text;

/**
 * A piece of Java code with qualified type names, which the renderer shortens and imports.
 *
 * @param text the code; it is written by the generator and never taken from the schema
 */
public record Code(String text) {
  @Override
  public String toString() {
    return text;
  }
}
