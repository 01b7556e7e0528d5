package io.github.proxmoxmpc.api.file;

import io.github.proxmoxmpc.api.file.Line.Comment;
import io.github.proxmoxmpc.api.file.Line.Entry;
import io.github.proxmoxmpc.api.file.Line.Heading;
import io.github.proxmoxmpc.api.file.Line.Unread;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file of a guest, {@code qemu-server/100.conf} or {@code lxc/200.conf}, with its description,
 * pending changes and snapshots. Immutable and thread-safe.
 *
 * <pre>{@code
 * GuestFile file = GuestFile.vm(Files.readString(Path.of("100.conf")));
 * QemuConfig config = new QemuConfig(file.json());
 * }</pre>
 *
 * <p>Follows {@code parse_vm_config} of PVE::QemuServer and {@code parse_pct_config} of
 * PVE::LXC::Config 9.2. The server drops a line of a VM whose value breaks its type or format, and
 * so does {@link #json()}; {@link #lines()} returns it as {@link Line.Unread}, with the reason. The
 * server keeps such a line of a container. Keys that this SDK does not know are kept, because a
 * newer server may know them.
 */
public final class GuestFile extends ConfigurationFile {
  private static final Pattern HEADING = Pattern.compile("\\[([^\\]]*)(\\]\\s*)");
  private static final Pattern RAW =
      Pattern.compile("(?s)()(lxc\\.[a-z0-9_\\-.]+)((?::|\\s*=)\\s*)(.*)");
  private static final Pattern KEY = Pattern.compile("(?s)()([a-z][a-z_\\-]*\\d*)(:\\s*)(.*)");
  private static final Pattern SNAPSHOT = Pattern.compile("(?i)[a-z][a-z0-9_\\-]+");
  private static final String SPECIAL = "special:";

  /** The kind of guest; it decides the name of the pending section, raw lines, and values. */
  enum Kind {
    VM("pending", GuestValues.VM),
    CONTAINER("pve:pending", GuestValues.CONTAINER);

    private final String pending;
    private final GuestValues values;

    Kind(String pending, GuestValues values) {
      this.pending = pending;
      this.values = values;
    }

    GuestValues stored() {
      return values;
    }

    /**
     * Returns whether a heading begins a section. A container ignores a heading that it does not
     * know, so the section before it continues; a VM skips the section below such a heading.
     */
    private boolean begins(String name) {
      return this == VM || name.equalsIgnoreCase(pending) || SNAPSHOT.matcher(name).matches();
    }
  }

  private final Kind kind;
  private final GuestSection current;
  private final Map<String, GuestSection> pending = new LinkedHashMap<>();
  private final Map<String, GuestSection> snapshots = new LinkedHashMap<>();
  private final Map<String, GuestSection> special = new LinkedHashMap<>();

  private GuestFile(Kind kind, String text) {
    super(Lines.read(text, new Reader(kind)::read));
    this.kind = kind;
    List<Line> body = new ArrayList<>();
    List<Heading> headings = new ArrayList<>();
    List<List<Line>> bodies = new ArrayList<>();
    for (Line line : lines()) {
      if (line instanceof Heading heading) {
        headings.add(heading);
        bodies.add(body);
        body = new ArrayList<>();
      } else {
        body.add(line);
      }
    }
    bodies.add(body);
    this.current = new GuestSection(kind, bodies.get(0));
    for (int i = 0; i < headings.size(); i++) {
      place(headings.get(i).name(), new GuestSection(kind, bodies.get(i + 1)));
    }
  }

  /** Reads the file of a VM; accepts every text. */
  public static GuestFile vm(String text) {
    return new GuestFile(Kind.VM, text);
  }

  /** Reads the file of a container; accepts every text. */
  public static GuestFile container(String text) {
    return new GuestFile(Kind.CONTAINER, text);
  }

  /** Reads line after line. */
  private static final class Reader {
    private final Kind kind;
    private boolean isPending;
    private boolean isSpecial;

    Reader(Kind kind) {
      this.kind = kind;
    }

    Line read(String line) {
      if (Lines.isBlank(line)) {
        return new Line.Blank(line);
      }
      if (line.startsWith("#")) {
        return new Comment("", line.substring(1));
      }
      Matcher heading = HEADING.matcher(line);
      if (heading.matches() && kind.begins(heading.group(1))) {
        isPending = heading.group(1).equalsIgnoreCase(kind.pending);
        isSpecial = heading.group(1).startsWith(SPECIAL);
        return new Heading("[", "", "", heading.group(1), heading.group(2));
      }
      Entry raw = kind == Kind.CONTAINER ? Lines.entry(RAW, line) : null;
      if (raw != null) {
        return raw;
      }
      Entry entry = Lines.entry(KEY, line);
      if (entry == null) {
        return new Unread(line, "not of the form 'key: value'");
      }
      String fault = fault(entry);
      return fault == null ? entry : new Unread(line, "'" + entry.key() + "' " + fault);
    }

    private @Nullable String fault(Entry entry) {
      if (entry.value().isEmpty()) {
        return "has no value";
      }
      if (entry.key().equals("delete") && !isPending) {
        return "is valid only among the pending changes";
      }
      return isSpecial ? null : kind.values.fault(entry.key(), entry.value());
    }
  }

  private void place(String name, GuestSection section) {
    if (name.equalsIgnoreCase(kind.pending)) {
      pending.put(kind.pending, section);
    } else if (name.startsWith(SPECIAL)) {
      special.put(name.substring(SPECIAL.length()), section);
    } else if (SNAPSHOT.matcher(name).matches()) {
      snapshots.put(name, section);
    }
  }

  /** Returns the current configuration. */
  public GuestSection current() {
    return current;
  }

  /**
   * Returns the changes that the next start applies; {@code delete} names the keys that it removes.
   */
  public Optional<GuestSection> pending() {
    return Optional.ofNullable(pending.get(kind.pending));
  }

  /** Returns the snapshots by name, in the order of the file. */
  public Map<String, GuestSection> snapshots() {
    return Collections.unmodifiableMap(snapshots);
  }

  /**
   * Returns the server's own sections by name: {@code cloudinit} (the values that the guest saw
   * last), {@code fleecing}.
   */
  public Map<String, GuestSection> special() {
    return Collections.unmodifiableMap(special);
  }

  /**
   * Returns the current configuration as {@code GET .../config?current=1} returns it, with the
   * digest, for {@code QemuConfig} and {@code LxcConfig}.
   */
  public JsonObject json() {
    return current.json(json -> json.put("digest", new JsonString(digest())));
  }

  /** Returns the SHA-1 of the file, by which the server detects a concurrent change. */
  public String digest() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
