package io.github.proxmoxmpc.api.conformance;

import io.github.proxmoxmpc.api.message.ApiResult;
import io.github.proxmoxmpc.api.property.TypedPropertyString;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls every accessor of a result recursively, and compares each value with that of an independent
 * reader of the schema: its type, its unit, its content, and whether it may be missing.
 */
public final class TypedReading {
  private static final String INDEX = "[n]";
  private static final String NOTHING = "nothing";

  private final List<String> faults = new ArrayList<>();
  private final List<String> untold = new ArrayList<>();
  private int accessors;
  private int unrecognized;

  /** Where something else was found, and what. */
  public List<String> faults() {
    return faults;
  }

  /** Fields that came and that no accessor reads. */
  public List<String> untold() {
    return untold;
  }

  /** How many accessors were asked. */
  public int accessors() {
    return accessors;
  }

  /** How many words came that the schema of today does not know. */
  public int unrecognized() {
    return unrecognized;
  }

  /** Compares what was handed out for a value of these facts. */
  public void compare(String where, Facts facts, @Nullable Object json, @Nullable Object value) {
    if (facts.propertyType() != null) {
      property(where, facts, json, value);
    } else if (facts.type().equals("array")) {
      list(where, facts.itemsOfAnyKind(), json, value);
    } else if (facts.type().equals("object")) {
      object(where, facts, json, value);
    } else {
      scalar(where, facts, json == null ? NOTHING : ScalarReading.expected(facts, json), value);
    }
  }

  private void scalar(String where, Facts facts, String expected, @Nullable Object value) {
    String found = ScalarReading.found(value);
    boolean isKnown = facts.values().stream().anyMatch(word -> expected.equals("enum " + word));
    if (found.equals("enum UNRECOGNIZED") && !isKnown) {
      unrecognized++;
    } else if (!found.equals(expected)) {
      faults.add(where + ": expected " + expected + ", found " + found);
    }
  }

  /** A null in a list is nothing; one element may stand for a list. */
  private void list(String where, Facts items, @Nullable Object json, @Nullable Object value) {
    List<?> sent =
        json == null ? List.of() : json instanceof List<?> several ? several : List.of(json);
    List<?> there = sent.stream().filter(Objects::nonNull).toList();
    if (!(value instanceof List<?> read) || read.size() != there.size()) {
      faults.add(where + ": " + there.size() + " elements became " + value);
      return;
    }
    for (int i = 0; i < there.size(); i++) {
      compare(where + "[" + i + "]", items, there.get(i), read.get(i));
    }
  }

  private void property(String where, Facts facts, @Nullable Object json, @Nullable Object value) {
    if (!(value instanceof TypedPropertyString text)
        || !text.getClass().getSimpleName().equals(facts.propertyType())
        || !(json instanceof Map || text.wire().equals(ScalarReading.text(json)))) {
      faults.add(where + ": expected " + facts.propertyType() + " " + json + ", found " + value);
      return;
    }
    Map<String, String> values = PropertyReading.values(facts.propertyKeys(), json);
    Accessors left = new Accessors(text.getClass());
    facts
        .propertyKeys()
        .forEach(
            (key, of) -> {
              if (!of.has("alias")) {
                String sent = values.get(key);
                String expected = sent == null ? NOTHING : PropertyReading.expected(of, sent);
                ask(
                    where + "." + key,
                    text,
                    left,
                    key,
                    (accessor, read) -> scalar(where + "." + key, of, expected, read));
              }
            });
  }

  private void object(String where, Facts facts, @Nullable Object json, @Nullable Object value) {
    if (!(value instanceof ApiResult result)) {
      faults.add(where + ": expected a result, found " + value);
      return;
    }
    Map<?, ?> fields = json instanceof Map<?, ?> object ? object : Map.of();
    Accessors left = new Accessors(result.getClass());
    facts
        .properties()
        .forEach(
            (name, of) -> {
              String place = where + "." + name;
              ask(
                  place,
                  result,
                  left,
                  name,
                  (accessor, read) -> {
                    if (name.equals("*") || name.endsWith(INDEX)) {
                      map(place, of, named(name, fields), read);
                    } else {
                      field(place, of, fields.get(name), read);
                      nullness(place, of, accessor);
                    }
                  });
            });
    if (!fields.equals(PlainJson.parse(result.raw().toString()))) {
      faults.add(where + ": raw() is " + result.raw());
    }
    left.left().forEach(name -> faults.add(where + ": no field is told of for " + name + "()"));
    // Of what is free in form nothing is told.
    if (!facts.properties().isEmpty()) {
      fields.keySet().stream()
          .map(String::valueOf)
          .filter(field -> facts.properties().keySet().stream().noneMatch(of -> names(of, field)))
          .forEach(field -> untold.add(where + "." + field));
    }
  }

  private static boolean names(String name, String field) {
    return name.equals("*")
        || name.equals(field)
        || (name.endsWith(INDEX) && name.equals(field.replaceAll("[0-9]+\\z", "") + INDEX));
  }

  private interface Look {
    void at(Method accessor, @Nullable Object read);
  }

  private void ask(String where, Object holder, Accessors left, String name, Look look) {
    accessors++;
    try {
      Method accessor = left.take(name);
      look.at(accessor, Verbs.invoke(holder, accessor));
    } catch (ReflectiveOperationException | AssertionError | NumberFormatException e) {
      faults.add(where + ": " + e.getMessage());
    }
  }

  private void field(String where, Facts facts, @Nullable Object json, @Nullable Object read) {
    boolean isNever = "0".equals(String.valueOf(json)) && isNothingAtZero(facts);
    if (json != null && !isNever) {
      compare(where, facts, json, read);
    } else if (read != null) {
      faults.add(where + ": there is none, found " + read);
    }
  }

  private static boolean isNothingAtZero(Facts facts) {
    return "epoch seconds, 0 for never".equals(facts.meaning());
  }

  private void nullness(String where, Facts facts, Method accessor) {
    boolean mayBeMissing =
        List.of("1", "true").contains(facts.text("optional"))
            || facts.has("oneOf")
            || isNothingAtZero(facts);
    if (accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class) != mayBeMissing) {
      faults.add(where + ": may be missing: " + mayBeMissing + ", and the accessor says otherwise");
    }
  }

  /** The fields that a name stands for: those with a number behind it, or all. */
  private static Map<String, Object> named(String name, Map<?, ?> fields) {
    String prefix = name.equals("*") ? "" : name.substring(0, name.length() - INDEX.length());
    String rest = name.equals("*") ? ".*" : "0|[1-9][0-9]*";
    Map<String, Object> named = new LinkedHashMap<>();
    fields.forEach(
        (key, value) -> {
          String field = key.toString();
          if (value != null
              && field.startsWith(prefix)
              && field.substring(prefix.length()).matches("(?s)" + rest)) {
            named.put(field.substring(prefix.length()), value);
          }
        });
    return named;
  }

  private void map(String where, Facts facts, Map<String, Object> fields, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> read) || read.size() != fields.size()) {
      faults.add(where + ": expected " + fields.keySet() + ", found " + value);
      return;
    }
    read.forEach(
        (key, each) -> compare(where + " " + key, facts, fields.get(key.toString()), each));
  }
}
