package io.github.proxmoxmpc.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.rest.ReleaseProbe.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every operation, every parameter, every key of a property string and every value of them, to a
 * server of a release: sent or refused as the schema file says, which is read here apart from the
 * generator.
 */
class ReleaseTableTest {
  private static final JsonObject SCHEMA = schema();

  @ParameterizedTest
  @ValueSource(strings = {"7.4", "8.3", "9.2"})
  void whatTheReleaseLacksIsRefusedAndAllElseIsSent(String release) throws Exception {
    try (ReleaseProbe probe = new ReleaseProbe(release)) {
      Table table = new Table(probe);
      probe.places().forEach(table::check);
      System.out.printf("release %s: %s%n", release, probe.counts());
      assertThat(probe.faults()).isEmpty();
      assertThat(probe.counts())
          .containsKeys("operations sent", "parameters sent", "keys sent", "values sent")
          .containsKeys("operations refused", "parameters refused", "keys refused");
    }
  }

  private static JsonObject schema() {
    try {
      return (JsonObject) JsonValue.parse(Files.readString(Path.of("../schema/pve-api.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Table(ReleaseProbe probe) {
    void check(String title, Place place) {
      JsonObject gone = object(SCHEMA, "gone");
      JsonObject live = object(object(SCHEMA, "operations"), title);
      JsonObject facts = live.names().isEmpty() ? object(gone, title) : live;
      boolean there = isThere(facts);
      probe.send("operations", place, there);
      JsonObject parameters = object(facts, "parameters");
      for (String name : parameters.names()) {
        if (!title.contains("{" + name + "}")) {
          check(place, name, object(parameters, name), there);
        }
      }
      String prefix = title + " ? ";
      for (String key : gone.names()) {
        if (key.startsWith(prefix)) {
          checkGone(place, key.substring(prefix.length()), object(gone, key), there);
        }
      }
    }

    private void check(Place place, String name, JsonObject facts, boolean there) {
      boolean taken = there && isThere(facts);
      probe.send("parameters", place, name, "some", taken);
      JsonObject listed = facts.has("items") ? object(facts, "items") : facts;
      checkValues(place, name, "", listed, taken);
      JsonObject keys = object(listed, "format");
      for (String key : keys.names()) {
        JsonObject part = object(keys, key);
        boolean known = taken && isThere(part);
        probe.send("keys", place, name, key + "=some", known);
        checkValues(place, name, key + "=", part, known);
      }
    }

    private void checkValues(
        Place place, String name, String prefix, JsonObject facts, boolean taken) {
      JsonObject since = object(facts, "valueSince");
      if (facts.get("enum") instanceof JsonArray values) {
        for (JsonValue value : values.values()) {
          String literal = value instanceof JsonString string ? string.value() : value.toString();
          boolean known = taken && probe.isWithin(text(since, literal), null);
          probe.send("values", place, name, prefix + literal, known);
        }
      }
    }

    /** A part that is gone, where its holder is still what it was. */
    private void checkGone(Place place, String part, JsonObject facts, boolean there) {
      boolean had = there && isThere(facts);
      String[] keyed = part.split(" \\. ", 2);
      String[] valued = keyed[keyed.length - 1].split(" = ", 2);
      String title = place.operation().title();
      JsonObject operation = object(object(SCHEMA, "operations"), title);
      JsonObject holder = object(object(operation, "parameters"), keyed[0].split(" = ")[0]);
      if (keyed.length == 1 && valued.length == 1) {
        check(place, part, facts, there);
      } else if (keyed.length == 1 && holder.has("enum")) {
        probe.send("values", place, valued[0], valued[1], had);
      } else if (keyed.length == 2 && holder.get("format") instanceof JsonObject) {
        String value = valued[0] + "=" + (valued.length == 2 ? valued[1] : "some");
        probe.send(valued.length == 2 ? "values" : "keys", place, keyed[0], value, had);
      }
    }

    private boolean isThere(JsonObject facts) {
      return probe.isWithin(text(facts, "since"), text(facts, "until"));
    }
  }

  private static JsonObject object(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  private static @Nullable String text(JsonObject holder, String name) {
    return holder.get(name) instanceof JsonString text ? text.value() : null;
  }
}
