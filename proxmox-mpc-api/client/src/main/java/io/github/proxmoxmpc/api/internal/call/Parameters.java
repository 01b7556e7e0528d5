package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.transfer.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request in the order in which they were set; a name may stand more than
 * once (an array).
 *
 * <p>They travel as a tag of the request and are written in one place: into the query for GET and
 * DELETE, into a form body for POST and PUT, and into parts where one of them is a file.
 *
 * @param pairs names and their values
 * @param needs what they need of the server, where not every release will do
 * @param secrets the names of those whose values nobody should see
 * @param file the one that is a file, among the pairs with the file's name; null for none
 */
public record Parameters(
    List<Pair> pairs, List<VersionRequirement> needs, Set<String> secrets, @Nullable File file) {
  private static final Parameters NONE = new Parameters(List.of(), List.of(), Set.of(), null);

  /** Copies the collections. */
  public Parameters {
    pairs = List.copyOf(pairs);
    needs = List.copyOf(needs);
    secrets = Set.copyOf(secrets);
  }

  /** No parameters. */
  public static Parameters none() {
    return NONE;
  }

  /** Those that a request carries. */
  public static Parameters of(Request request) {
    Parameters parameters = request.tag(Parameters.class);
    return parameters == null ? NONE : parameters;
  }

  /** Begins a new list. */
  public static Builder builder() {
    return new Builder();
  }

  /** The names; never values, for this travels where others' loggers look. */
  @Override
  public String toString() {
    return "Parameters" + pairs;
  }

  /**
   * One parameter.
   *
   * @param name its wire name
   * @param value its value as text
   */
  public record Pair(String name, String value) {
    /** Refuses nulls. */
    public Pair {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
    }

    /** The name; never the value. */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A parameter that is a file.
   *
   * @param name its wire name
   * @param upload the file
   */
  public record File(String name, Upload upload) {}

  /** Collects parameters; setting a name again replaces what it had. Not thread-safe. */
  public static final class Builder {
    private final List<Pair> pairs = new ArrayList<>();
    private List<VersionRequirement> needs = List.of();
    private Set<String> secrets = Set.of();
    private @Nullable File file;

    private Builder() {}

    /** Sets a parameter to one value. */
    public Builder set(String name, String value) {
      pairs.removeIf(pair -> pair.name().equals(name));
      pairs.add(new Pair(name, value));
      return this;
    }

    /** Sets a parameter to several values; none removes it. */
    public Builder set(String name, List<String> values) {
      pairs.removeIf(pair -> pair.name().equals(name));
      values.forEach(value -> pairs.add(new Pair(name, value)));
      return this;
    }

    /** Says what the parameters need of the server. */
    public Builder needs(List<VersionRequirement> newNeeds) {
      needs = newNeeds;
      return this;
    }

    /** Says which values nobody should see. */
    public Builder secrets(Set<String> names) {
      secrets = names;
      return this;
    }

    /** Says which of the parameters is a file. */
    public Builder file(@Nullable File newFile) {
      file = newFile;
      return this;
    }

    /** The list as it stands. */
    public Parameters build() {
      return new Parameters(pairs, needs, secrets, file);
    }
  }
}
