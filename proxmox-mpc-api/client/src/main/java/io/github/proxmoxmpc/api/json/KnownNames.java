package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Interns the names of objects. The rows of a list mostly have the same names, but Perl orders them
 * differently in each row, so every known name is expected everywhere. Not thread-safe.
 */
final class KnownNames {
  // If names are data, there may be very many.
  private static final int MOST = 256;

  private static final Name[] NONE = {};
  private static final JsonReader.Options NO_OPTIONS = JsonReader.Options.of();

  private final Map<String, Name> known = new HashMap<>();
  private Name[] expected = NONE;
  private JsonReader.Options options = NO_OPTIONS;
  private int missed;

  /** Prepares for the next object; called before each one. */
  void expectThoseThatCame() {
    if (known.size() > MOST) {
      known.clear();
      expected = NONE;
      missed = 0;
    } else if (missed > 0 && missed >= known.size()) {
      // So the options are made from the second object on, and rarely again.
      expected = known.values().stream().filter(Name::isPlain).toArray(Name[]::new);
      options =
          JsonReader.Options.of(Arrays.stream(expected).map(Name::kept).toArray(String[]::new));
      missed = 0;
    }
  }

  /** Reads the next name; for an expected name, no text is created. */
  Name next(JsonReader in) throws IOException {
    int index = expected.length == 0 ? -1 : in.selectName(options);
    if (index >= 0) {
      return expected[index];
    }
    missed++;
    return known.computeIfAbsent(in.nextName(), Name::new);
  }

  /** A known name. */
  static final class Name {
    private String text;
    private int object;
    private int place;

    private Name(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    /** Returns whether the object has it already. */
    boolean isIn(int thatObject) {
      return object == thatObject;
    }

    /** Returns its position in the last object that had it. */
    int place() {
      return place;
    }

    void stands(int inObject, int atPlace) {
      object = inObject;
      place = atPlace;
    }

    // Moshi writes half a surrogate pair as a question mark, and would confuse the two.
    private boolean isPlain() {
      return text.chars().allMatch(c -> c < 0x80);
    }

    /** Returns the interned text, which an accessor finds by identity. */
    private String kept() {
      text = text.intern();
      return text;
    }
  }
}
