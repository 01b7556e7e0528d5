package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.auth.Secret;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.call.VersionRequirement;
import io.github.proxmoxmpc.api.internal.check.RequestRules;
import io.github.proxmoxmpc.api.internal.wire.JoinedList;
import io.github.proxmoxmpc.api.internal.wire.PercentText;
import io.github.proxmoxmpc.api.internal.wire.UnitText;
import io.github.proxmoxmpc.api.transfer.Upload;
import io.github.proxmoxmpc.api.value.ByteSize;
import io.github.proxmoxmpc.api.value.WireValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one operation. Create a request with its builder. Immutable and thread-safe.
 */
public abstract class ApiRequest {
  private final Parameters parameters;
  private final @Nullable RequestRules rules;

  /** Creates a request with the parameters of the builder. */
  protected ApiRequest(Builder<?> builder) {
    Parameters.Builder all = Parameters.builder();
    builder.values.forEach(all::set);
    this.parameters = all.needs(builder.needs).secrets(builder.secrets).file(builder.file).build();
    this.rules = builder.rules;
  }

  /**
   * Returns the parameters as they are sent. For the runtime, not for users.
   *
   * @hidden
   */
  public final Parameters parameters() {
    return parameters;
  }

  /**
   * Returns the rules of the operation; null if it has none. For the runtime, not for users.
   *
   * @hidden
   */
  public final @Nullable RequestRules rules() {
    return rules;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((ApiRequest) other).parameters.equals(parameters);
  }

  @Override
  public final int hashCode() {
    return parameters.hashCode();
  }

  /** Returns the type and the names of the parameters; never values, which may be secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + parameters.pairs().stream().map(Parameters.Pair::name).distinct().toList();
  }

  /**
   * Collects parameters. Setting one again replaces it. Not thread-safe.
   *
   * @param <B> the type of the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> secrets = new HashSet<>();
    private Parameters.@Nullable File file;
    private List<VersionRequirement> needs = List.of();
    private boolean checked = true;
    private @Nullable RequestRules rules;

    /** Creates a builder without parameters. */
    protected Builder() {}

    /** Returns this builder as its own type. */
    protected abstract B self();

    /**
     * Sets a parameter that this SDK does not know, for example because the server is newer.
     *
     * @param name its wire name
     * @param value its value as the server reads it; several for a list
     * @throws IllegalArgumentException if there is no value. To omit a parameter, do not set it. To
     *     reset one to its default, call {@code unset}, if the request has it
     */
    public final B with(String name, String... value) {
      if (value.length == 0) {
        throw new IllegalArgumentException(
            "Cannot set '"
                + name
                + "' without a value: pass one, or several for a list. To omit a parameter, do not"
                + " set it. To reset it to its default, call unset(\""
                + name
                + "\") if the request has that method");
      }
      values.put(name, List.of(value));
      return self();
    }

    /**
     * Sets a parameter that this SDK does not know to a secret, which no message and no log shows.
     *
     * @param name its wire name
     */
    public final B with(String name, Secret value) {
      return put(name, value);
    }

    /** Sets a parameter. */
    protected final B put(String name, String value) {
      values.put(name, List.of(Objects.requireNonNull(value, name)));
      return self();
    }

    /** Sets a parameter to a whole number. */
    protected final B put(String name, long value) {
      return put(name, Long.toString(value));
    }

    /** Sets a parameter to a number, written without an exponent. */
    protected final B put(String name, double value) {
      return put(name, UnitText.of(value));
    }

    /** Sets a parameter to true or false, sent as 1 or 0. */
    protected final B put(String name, boolean value) {
      return put(name, value ? "1" : "0");
    }

    /** Sets a parameter to a secret, which no message and no log shows. */
    protected final B put(String name, Secret value) {
      secrets.add(name);
      return put(name, value.reveal());
    }

    /** Sets a parameter to a point in time, in seconds since the epoch. */
    protected final B put(String name, Instant value) {
      return put(name, value.getEpochSecond());
    }

    /** Sets a parameter to a duration in seconds. */
    protected final B put(String name, Duration value) {
      return put(name, value, ChronoUnit.SECONDS);
    }

    /** Sets a parameter to a duration in the server's unit, with a fraction if it has one. */
    protected final B put(String name, Duration value, ChronoUnit unit) {
      return put(name, UnitText.of(value, unit));
    }

    /** Sets a parameter to a number of bytes. */
    protected final B put(String name, ByteSize value) {
      return put(name, value.bytes());
    }

    /** Sets a parameter to a file, which is sent under its name. */
    protected final B put(String name, Upload value) {
      file = new Parameters.File(name, value);
      return put(name, value.name());
    }

    /** Sets a parameter to a list; its name is sent once for each element. */
    protected final B putAll(String name, List<?> list) {
      values.put(name, list.stream().map(Builder::text).toList());
      return self();
    }

    /**
     * Sets a parameter to a list that is sent as one text.
     *
     * @param separator the character between two elements
     * @throws IllegalArgumentException if an element is empty or contains a separator
     */
    protected final B putJoined(String name, char separator, List<?> list) {
      JoinedList joined = new JoinedList(name, separator);
      for (Object element : list) {
        String text = text(element);
        joined.add(text, element instanceof Secret ? "***" : text);
      }
      return put(name, joined.toString());
    }

    /** Sets a parameter to a text that the server keeps percent-encoded. */
    protected final B putEncoded(String name, String text) {
      return put(name, PercentText.encode(text));
    }

    private static String text(Object element) {
      if (element instanceof WireValue word) {
        return word.wire();
      }
      return element instanceof Secret secret ? secret.reveal() : element.toString();
    }

    /**
     * Adds elements to a parameter that is a comma-separated list.
     *
     * @throws IllegalArgumentException if an element is empty or contains a separator
     */
    protected final B append(String name, String... more) {
      JoinedList joined = new JoinedList(name, ',');
      for (String element : more) {
        joined.add(element, element);
      }
      List<String> before = values.getOrDefault(name, List.of());
      String all = joined.toString();
      return put(name, before.isEmpty() ? all : String.join(",", before) + "," + all);
    }

    /** Adds elements to a parameter that is a list; its name is sent once for each element. */
    protected final B appendAll(String name, String... more) {
      Stream<String> before = values.getOrDefault(name, List.of()).stream();
      return putAll(name, Stream.concat(before, Stream.of(more)).toList());
    }

    /**
     * Turns off all checks before sending, including those for the server's release. Use it for a
     * value that only a newer release accepts; the server still checks the request.
     *
     * @see #with
     */
    public final B unchecked() {
      checked = false;
      return self();
    }

    /** Checks the parameters, unless {@link #unchecked} was called. */
    protected final void check(RequestRules rules) {
      this.rules = rules;
      secrets.addAll(rules.secrets(values.keySet()));
      if (checked) {
        rules.check(values, secrets);
      }
      needs = checked ? rules.needs(values) : List.of();
    }
  }
}
