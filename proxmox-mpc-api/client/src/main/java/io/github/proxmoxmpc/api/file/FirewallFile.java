package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Heading;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A firewall file: {@code cluster.fw}, {@code 100.fw}, {@code host.fw}. Immutable and thread-safe.
 *
 * <pre>{@code
 * FirewallFile file = FirewallFile.parse(Files.readString(Path.of("cluster.fw")));
 * for (FirewallRule rule : file.rules()) { ... }
 * }</pre>
 *
 * <p>Follows {@code generic_fw_config_parser} of PVE::Firewall 9.2: the names of groups and IP sets
 * are lower case, and lines above the first section are skipped.
 */
public final class FirewallFile extends ConfigurationFile {
  private static final Pattern HEADING =
      Pattern.compile("(?i)(\\s*\\[)(options|aliases|rules|group|ipset)(\\s*)([^\\]\\s]*)(\\].*)");
  private static final Pattern OPTION = Pattern.compile("(\\s*)([a-zA-Z_0-9]+)(:\\s*)(.*)");
  private static final Pattern ALIAS =
      Pattern.compile("(\\s*)([^\\s#]+)(\\s)([^\\s#]+)(\\s*(?:#.*)?)");
  private static final Pattern MEMBER = Pattern.compile("(\\s*!?\\s*)([^\\s#]+)(\\s*(?:#.*)?)");

  /**
   * A name for an address or a network.
   *
   * @param name the name
   * @param cidr the address or network
   * @param comment a comment, or null
   */
  public record Alias(String name, String cidr, @Nullable String comment) {}

  /**
   * A set of addresses.
   *
   * @param name its name, in lower case
   * @param comment a comment, or null
   * @param members its members
   */
  public record IpSet(String name, @Nullable String comment, List<Member> members) {
    /** Copies the list. */
    public IpSet {
      members = List.copyOf(members);
    }
  }

  /**
   * A member of a set.
   *
   * @param cidr an address, a network, or the name of an alias, with {@code dc/} or without
   * @param isException whether the set excludes it ({@code nomatch})
   * @param comment a comment, or null
   */
  public record Member(String cidr, boolean isException, @Nullable String comment) {}

  private FirewallFile(String text) {
    super(Lines.readCommented(text, new Reader()::read));
  }

  /** Reads a file; accepts every text. */
  public static FirewallFile parse(String text) {
    return new FirewallFile(text);
  }

  /** Reads one line after the other. */
  private static final class Reader {
    private String section = "";

    Line read(String line) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        section = heading.group(2).toLowerCase(Locale.ROOT);
        return new Heading(
            heading.group(1),
            heading.group(2),
            heading.group(3),
            heading.group(4),
            heading.group(5));
      }
      return switch (section) {
        case "options" -> {
          Entry option = Lines.entry(OPTION, line);
          yield option != null ? option : new Unread(line, "not of the form 'option: value'");
        }
        case "aliases" -> {
          Matcher alias = ALIAS.matcher(line);
          yield alias.matches()
              ? new Entry(
                  alias.group(1), alias.group(2), alias.group(3), alias.group(4), rest(alias, 5))
              : new Unread(line, "not of the form 'name address'");
        }
        case "ipset" -> {
          Matcher member = MEMBER.matcher(line);
          yield member.matches()
              ? new Entry(member.group(1), member.group(2), "", "", member.group(3))
              : new Unread(line, "no address, network or alias");
        }
        case "rules", "group" -> {
          Optional<FirewallRule> rule = FirewallRule.parse(line);
          yield rule.isPresent() ? rule.get() : new Unread(line, "not a rule");
        }
        default -> new Unread(line, "above the first section");
      };
    }
  }

  private static String rest(Matcher matcher, int group) {
    return matcher.group(group) == null ? "" : matcher.group(group);
  }

  private static @Nullable String comment(String after) {
    int hash = after.indexOf('#');
    return hash < 0 ? null : after.substring(hash + 1).strip();
  }

  /** Returns the options as the API returns them. */
  public JsonObject options() {
    JsonObject.Builder json = JsonObject.builder();
    for (Line line : below("options")) {
      if (line instanceof Entry entry) {
        json.put(entry.key().toLowerCase(Locale.ROOT), new JsonString(entry.value()));
      }
    }
    return json.build();
  }

  /** Returns the aliases, in order. */
  public List<Alias> aliases() {
    List<Alias> aliases = new ArrayList<>();
    for (Line line : below("aliases")) {
      if (line instanceof Entry entry) {
        aliases.add(new Alias(entry.key(), entry.value(), comment(entry.after())));
      }
    }
    return List.copyOf(aliases);
  }

  /** Returns the IP sets, in order. */
  public List<IpSet> ipSets() {
    List<IpSet> sets = new ArrayList<>();
    for (Part part : sections("ipset")) {
      List<Member> members = new ArrayList<>();
      for (Line line : part.body()) {
        if (line instanceof Entry entry) {
          boolean isException = entry.before().contains("!");
          members.add(new Member(entry.key(), isException, comment(entry.after())));
        }
      }
      sets.add(new IpSet(name(part.heading()), comment(part.heading().after()), members));
    }
    return List.copyOf(sets);
  }

  /** Returns the rules of the security groups by name, in order. */
  public Map<String, List<FirewallRule>> groups() {
    Map<String, List<FirewallRule>> groups = new LinkedHashMap<>();
    sections("group").forEach(part -> groups.put(name(part.heading()), rules(part.body())));
    return Collections.unmodifiableMap(groups);
  }

  /** Returns the rules, in order. */
  public List<FirewallRule> rules() {
    return rules(below("rules"));
  }

  private static String name(Heading heading) {
    return heading.name().toLowerCase(Locale.ROOT);
  }

  private static List<FirewallRule> rules(List<Line> body) {
    return body.stream()
        .filter(FirewallRule.class::isInstance)
        .map(FirewallRule.class::cast)
        .toList();
  }

  private List<Line> below(String kind) {
    return sections(kind).stream().flatMap(part -> part.body().stream()).toList();
  }

  private record Part(Heading heading, List<Line> body) {}

  private List<Part> sections(String kind) {
    List<Part> parts = new ArrayList<>();
    List<Line> body = new ArrayList<>();
    for (Line line : lines()) {
      if (line instanceof Heading heading) {
        body = new ArrayList<>();
        if (heading.kind().equalsIgnoreCase(kind)) {
          parts.add(new Part(heading, body));
        }
      } else {
        body.add(line);
      }
    }
    return parts;
  }
}
