package io.github.proxmoxmpc.simulator.internal.backup;

import io.github.proxmoxmpc.simulator.internal.cluster.ClusterStorage;
import io.github.proxmoxmpc.simulator.internal.cluster.Volume;
import io.github.proxmoxmpc.simulator.internal.schema.ParameterCheck;
import io.github.proxmoxmpc.simulator.internal.volume.BackupName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules that decide which backups are kept, after prune_backups of PVE::Storage. */
final class Retention {
  private static final String KEEP = "keep";
  private static final String REMOVE = "remove";

  /** The rules in the order in which the server applies them, with the periods that they count. */
  private static final Map<String, Function<Instant, String>> PERIODS = periods();

  private final SortedMap<String, Integer> keep = new TreeMap<>();

  /** Reads a property string such as {@code keep-last=3,keep-weekly=4}. */
  Retention(String text) {
    for (String part : ParameterCheck.split(text)) {
      int equals = part.indexOf('=');
      String number = part.substring(equals + 1);
      if (equals > 0 && number.matches("\\d{1,9}")) {
        keep.put(part.substring(0, equals), Integer.valueOf(number));
      }
    }
  }

  /** Returns whether no backup is ever removed. */
  boolean keepsAll() {
    return keep.getOrDefault("keep-all", 0) > 0;
  }

  /** Returns the number of backups that the rules keep at most, 0 for any number. */
  int limit() {
    return keepsAll() ? 0 : keep.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the rules as a property string, sorted. */
  String text(String separator) {
    return keep.entrySet().stream()
        .map(rule -> rule.getKey() + "=" + rule.getValue())
        .collect(Collectors.joining(separator));
  }

  /**
   * A backup and the decision about it.
   *
   * @param name the parts of its name, empty if it does not follow the naming scheme
   */
  static final class Candidate {
    final Volume volume;
    final Optional<BackupName> name;
    @Nullable String mark;

    Candidate(Volume volume, boolean isProtected) {
      this.volume = volume;
      this.name = BackupName.of(volume.path());
      if (isProtected) {
        mark = "protected";
      } else if (name.isEmpty()) {
        mark = "renamed";
      }
    }

    String type() {
      return name.map(found -> found.kind().path())
          .orElseGet(
              () ->
                  volume.path().contains("vzdump-lxc-")
                      ? "lxc"
                      : volume.path().contains("vzdump-qemu-") ? "qemu" : "unknown");
    }

    boolean isRemoved() {
      return REMOVE.equals(mark);
    }
  }

  /**
   * Decides about the backups on a storage.
   *
   * @param vmid the guest, or null for all
   * @param type {@code qemu} or {@code lxc}, or null for both
   */
  List<Candidate> decide(ClusterStorage storage, @Nullable Integer vmid, @Nullable String type) {
    List<Candidate> candidates =
        storage.volumes().values().stream()
            .filter(volume -> volume.content().equals("backup"))
            .filter(volume -> vmid == null || vmid.equals(volume.vmid()))
            .map(volume -> new Candidate(volume, storage.facts(volume.volid()).isProtected()))
            .filter(candidate -> type == null || type.equals(candidate.type()))
            .toList();
    Map<String, List<Candidate>> groups = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      candidate.name.ifPresent(
          name ->
              groups
                  .computeIfAbsent(candidate.type() + "/" + name.vmid(), key -> new ArrayList<>())
                  .add(candidate));
    }
    groups.values().forEach(this::mark);
    return candidates;
  }

  private void mark(List<Candidate> group) {
    boolean keepsAny =
        keep.entrySet().stream()
            .anyMatch(rule -> !rule.getKey().equals("keep-all") && rule.getValue() > 0);
    List<Candidate> newestFirst = new ArrayList<>(group);
    newestFirst.sort(Comparator.comparing(Retention::time).reversed());
    if (!keepsAll() && keepsAny) {
      PERIODS.forEach((rule, period) -> mark(newestFirst, keep.getOrDefault(rule, 0), period));
    }
    for (Candidate candidate : newestFirst) {
      if (candidate.mark == null) {
        candidate.mark = keepsAll() || !keepsAny ? KEEP : REMOVE;
      }
    }
  }

  private static Instant time(Candidate candidate) {
    return candidate.name.map(BackupName::time).orElse(Instant.EPOCH);
  }

  private static void mark(
      List<Candidate> newestFirst, int count, Function<Instant, String> period) {
    if (count == 0) {
      return;
    }
    Set<String> included = new HashSet<>();
    for (Candidate candidate : newestFirst) {
      if (KEEP.equals(candidate.mark)) {
        included.add(period.apply(time(candidate)));
      }
    }
    Set<String> added = new HashSet<>();
    for (Candidate candidate : newestFirst) {
      String at = period.apply(time(candidate));
      if (candidate.mark != null || included.contains(at)) {
        continue;
      }
      if (added.contains(at)) {
        candidate.mark = REMOVE;
      } else if (added.size() >= count) {
        return;
      } else {
        added.add(at);
        candidate.mark = KEEP;
      }
    }
  }

  private static Map<String, Function<Instant, String>> periods() {
    Map<String, Function<Instant, String>> periods = new LinkedHashMap<>();
    periods.put("keep-last", Instant::toString);
    periods.put("keep-hourly", formatted("HH/dd/MM/yyyy"));
    periods.put("keep-daily", formatted("dd/MM/yyyy"));
    periods.put(
        "keep-weekly",
        time ->
            ZonedDateTime.ofInstant(time, ZoneOffset.UTC)
                .format(DateTimeFormatter.ISO_WEEK_DATE)
                .substring(0, 8));
    periods.put("keep-monthly", formatted("MM/yyyy"));
    periods.put("keep-yearly", formatted("yyyy"));
    return periods;
  }

  private static Function<Instant, String> formatted(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    return time -> ZonedDateTime.ofInstant(time, ZoneOffset.UTC).format(format);
  }
}
