package io.github.proxmoxmpc.api.internal.call;

import io.github.proxmoxmpc.api.transfer.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request, in the order in which they were set; a name may occur more than
 * once (an array). Immutable and thread-safe.
 *
 * @param pairs names and their values
 * @param needs the releases that the parameters require
 * @param secrets the names of the parameters whose values are secret
 * @param file the parameter that is a file, or null. The pairs contain it, too, with the name of
 *     the file as its value
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

  /** Returns no parameters. */
  public static Parameters none() {
    return NONE;
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the names, never the values: loggers of other libraries may print it. */
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

    /** Returns the name, never the value. */
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

  /** Collects parameters. Setting a name again replaces its values. Not thread-safe. */
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

    /** Sets a parameter to several values; an empty list removes it. */
    public Builder set(String name, List<String> values) {
      pairs.removeIf(pair -> pair.name().equals(name));
      values.forEach(value -> pairs.add(new Pair(name, value)));
      return this;
    }

    /** Sets the releases that the parameters require. */
    public Builder needs(List<VersionRequirement> newNeeds) {
      needs = newNeeds;
      return this;
    }

    /** Sets the names of the parameters whose values are secret. */
    public Builder secrets(Set<String> names) {
      secrets = names;
      return this;
    }

    /** Sets the parameter that is a file. */
    public Builder file(@Nullable File newFile) {
      file = newFile;
      return this;
    }

    /** Returns the parameters that were set. */
    public Parameters build() {
      return new Parameters(pairs, needs, secrets, file);
    }
  }
}
