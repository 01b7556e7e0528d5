package io.github.proxmoxmpc.e2e;

import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.simulator.sample.EtcPve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configuration file of a guest, as lines that can be changed. */
record GuestFile(String path, VmId id, boolean container, String text) {
  private static final Pattern PATH =
      Pattern.compile("nodes/[^/]+/(qemu-server|lxc)/(\\d+)\\.conf");

  /** A key and its value; the description is a key too, though it stands in {@code #} lines. */
  record Line(String key, String before, String after) {
    /** Whether the change is one of this part of a property string. */
    boolean touches(String part) {
      Set<String> old = new LinkedHashSet<>(Arrays.asList(before.split(",")));
      Set<String> now = new LinkedHashSet<>(Arrays.asList(after.split(",")));
      Set<String> different = new LinkedHashSet<>(now);
      different.removeAll(old);
      old.removeAll(now);
      different.addAll(old);
      return different.stream().anyMatch(each -> each.split("=")[0].equals(part));
    }

    @Override
    public String toString() {
      return key + ": " + before + " -> " + (after.isEmpty() ? "(taken out)" : after);
    }
  }

  static List<GuestFile> allOf(EtcPve estate) {
    List<GuestFile> files = new ArrayList<>();
    estate
        .files()
        .forEach(
            (path, text) -> {
              Matcher matcher = PATH.matcher(path);
              if (matcher.matches()) {
                files.add(
                    new GuestFile(
                        path,
                        VmId.of(Integer.parseInt(matcher.group(2))),
                        matcher.group(1).equals("lxc"),
                        text));
              }
            });
    return files;
  }

  /** Its keys, snapshots and raw lines aside, each with the value that it shall be changed to. */
  List<Line> keys() {
    List<Line> keys = new ArrayList<>();
    if (text.startsWith("#")) {
      String first = text.lines().findFirst().orElseThrow().substring(1);
      keys.add(new Line("description", first, changed("description", first)));
    }
    for (String line : text.split("\n")) {
      if (line.startsWith("[")) {
        break;
      }
      if (!line.startsWith("#") && !line.startsWith("lxc.") && !line.isBlank()) {
        String key = line.substring(0, line.indexOf(':'));
        String value = line.substring(line.indexOf(':') + 1).strip();
        keys.add(new Line(key, value, changed(key, value)));
      }
    }
    return keys;
  }

  /** The text with one key changed, or taken out. */
  String withChanged(Line change) {
    String old = change.key().equals("description") ? "#" + change.before() : change.key() + ":";
    StringBuilder out = new StringBuilder();
    boolean done = false;
    for (String line : text.split("\n")) {
      if (!done && line.startsWith(old)) {
        done = true;
        if (!change.after().isEmpty()) {
          out.append(
                  change.key().equals("description")
                      ? "#" + change.after()
                      : change.key() + ": " + change.after())
              .append('\n');
        }
      } else {
        out.append(line).append('\n');
      }
    }
    return out.toString();
  }

  private String changed(String key, String value) {
    return container ? ChangedValue.ofContainer(key, value) : ChangedValue.ofVm(key, value);
  }
}
