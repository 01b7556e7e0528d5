package io.github.proxmoxmpc.api.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The names that came in objects, each kept once. The rows of a list have mostly the same names,
 * but Perl makes up an order for each row: so a name is expected anywhere. Not thread-safe.
 */
final class KnownNames {
  // Where names are data there may be very many.
  private static final int MOST = 256;

  private static final Name[] NONE = {};
  private static final JsonReader.Options NO_OPTIONS = JsonReader.Options.of();

  private final Map<String, Name> known = new HashMap<>();
  private Name[] expected = NONE;
  private JsonReader.Options options = NO_OPTIONS;
  private int missed;

  /** To be called before an object begins. */
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

  /** The next name; where it is expected, no text is made of it. */
  Name next(JsonReader in) throws IOException {
    int index = expected.length == 0 ? -1 : in.selectName(options);
    if (index >= 0) {
      return expected[index];
    }
    missed++;
    return known.computeIfAbsent(in.nextName(), Name::new);
  }

  /** A name that came. */
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

    /** Whether it stands in that object already. */
    boolean isIn(int thatObject) {
      return object == thatObject;
    }

    /** Where it stands in the object that it came in last. */
    int place() {
      return place;
    }

    void stands(int inObject, int atPlace) {
      object = inObject;
      place = atPlace;
    }

    // Moshi writes half a surrogate pair as a question mark, and would take one for the other.
    private boolean isPlain() {
      return text.chars().allMatch(c -> c < 0x80);
    }

    /** The text, such that an accessor finds it by identity. */
    private String kept() {
      text = text.intern();
      return text;
    }
  }
}
