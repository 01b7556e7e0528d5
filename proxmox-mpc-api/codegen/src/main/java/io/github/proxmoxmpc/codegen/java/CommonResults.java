package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Accessor;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the results that several operations share: one type for all places of a row. */
final class CommonResults {
  private static final String SINCE = "ince Proxmox VE ";

  /** The objects of a type, inner ones first, and the operation that they come from. */
  private record Made(List<Result> objects, String operation) {}

  private final Map<SharedType.Result, Made> made = new LinkedHashMap<>();

  /**
   * Adds a place of a type.
   *
   * @throws IllegalArgumentException if its objects differ from those of the other places
   */
  void add(SharedType.Result type, List<Result> objects, String operation) {
    Made known = made.get(type);
    if (known == null) {
      made.put(type, new Made(List.copyOf(objects), operation));
      return;
    }
    String places = type.java() + " at " + operation + " differs from that at " + known.operation();
    require(known.objects().size() == objects.size(), places);
    List<Result> common = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      common.add(common(known.objects().get(i), objects.get(i), places));
    }
    made.put(type, new Made(common, known.operation()));
  }

  /** Returns the objects of a type, inner ones first. */
  List<Result> objects(SharedType.Result type) {
    Made known = made.get(type);
    return known == null ? List.of() : known.objects();
  }

  private static Result common(Result one, Result other, String places) {
    require(one.name().equals(other.name()), places);
    require(Set.copyOf(one.guarded()).equals(Set.copyOf(other.guarded())), places);
    Map<String, Accessor> others = new TreeMap<>();
    other.accessors().forEach(accessor -> others.put(accessor.method(), accessor));
    List<Accessor> accessors = new ArrayList<>();
    for (Accessor accessor : one.accessors()) {
      Accessor same = others.remove(accessor.method());
      String field = places + ": " + one.name() + "." + accessor.method();
      if (same == null) {
        throw different(field);
      }
      accessors.add(common(accessor, same, field));
    }
    require(others.isEmpty(), places + ": " + one.name() + " lacks " + others.keySet());
    return new Result(one.name(), one.doc(), accessors, one.fields(), one.guarded());
  }

  /** Keeps the facts that hold at both places; those about releases must be the same. */
  private static Accessor common(Accessor one, Accessor other, String field) {
    List<String> lines = new ArrayList<>(one.doc().lines());
    lines.retainAll(other.doc().lines());
    Doc doc = new Doc(lines, one.doc().deprecation());
    require(releases(one).equals(releases(other)), field);
    Accessor common = one.with(doc);
    require(!lines.isEmpty() && common.equals(other.with(doc)), field);
    return common;
  }

  private static List<String> releases(Accessor accessor) {
    List<String> releases = new ArrayList<>();
    releases.add(String.valueOf(accessor.doc().deprecation()));
    accessor.doc().lines().stream().filter(each -> each.contains(SINCE)).forEach(releases::add);
    return releases;
  }

  private static void require(boolean equal, String difference) {
    if (!equal) {
      throw different(difference);
    }
  }

  private static IllegalArgumentException different(String difference) {
    return new IllegalArgumentException("overrides.json: " + difference);
  }
}
