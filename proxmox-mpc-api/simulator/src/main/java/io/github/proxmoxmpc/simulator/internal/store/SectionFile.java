package io.github.proxmoxmpc.simulator.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A configuration file: sections by id, in the order in which they were added. Guarded by the
 * cluster's lock.
 */
public final class SectionFile {
  private final Map<String, Section> sections = new LinkedHashMap<>();

  /** Returns the sections in the order in which they were added. */
  public List<Section> all() {
    return List.copyOf(sections.values());
  }

  /** Returns the ids in the order in which the sections were added. */
  public List<String> ids() {
    return List.copyOf(sections.keySet());
  }

  /** Returns the section with this id, or null. */
  public @Nullable Section find(String id) {
    return sections.get(id);
  }

  /** Returns whether there is a section with this id. */
  public boolean has(String id) {
    return sections.containsKey(id);
  }

  /** Returns whether there are no sections. */
  public boolean isEmpty() {
    return sections.isEmpty();
  }

  /** Adds a section, or replaces the section with the same id in its place. */
  public void put(Section section) {
    sections.put(section.id(), section);
  }

  /** Adds a section in front of all others. */
  public void putFirst(Section section) {
    List<Section> others = new ArrayList<>(sections.values());
    others.add(0, section);
    replaceAll(others);
  }

  /** Removes a section, if it exists. */
  public void remove(String id) {
    sections.remove(id);
  }

  /** Replaces all sections. */
  public void replaceAll(List<Section> newSections) {
    List<Section> copy = new ArrayList<>(newSections);
    sections.clear();
    copy.forEach(this::put);
  }

  /** Returns a copy whose sections can be changed independently. */
  public SectionFile copy() {
    SectionFile copy = new SectionFile();
    sections.values().forEach(section -> copy.put(section.copy(section.id())));
    return copy;
  }

  /** Returns the SHA-1 of the file's text, as the server sends it for optimistic locking. */
  public String digest() {
    return digest("SHA-1");
  }

  /** Returns the digest of the file's text with another algorithm. */
  public String digest(String algorithm) {
    StringBuilder text = new StringBuilder();
    for (Section section : sections.values()) {
      if (!section.id().isEmpty()) {
        text.append(section.id()).append('\n');
      }
      section
          .options()
          .forEach(
              (name, value) ->
                  text.append('\t').append(name).append(' ').append(value).append('\n'));
    }
    try {
      byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is not available", e);
    }
  }
}
