package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second factors of a user and their locks, after the crate proxmox-tfa. */
final class TfaState {
  static final List<String> TYPES = List.of("recovery", "totp", "webauthn", "u2f", "yubico");
  private static final String FILE = "/access/tfa";
  private static final String LOCKS = "/access/tfa-locks";
  private static final int TOTP_FAILURES = 8;
  private static final int ALL_FAILURES = 100;
  private static final long LOCK_SECONDS = 3600;

  private final Cluster cluster;
  private final String user;

  private TfaState(Cluster cluster, String user) {
    this.cluster = cluster;
    this.user = user;
  }

  static TfaState of(RoutedCall call, String user) {
    return new TfaState(call.cluster(), user);
  }

  /** Returns the users that have entries, sorted. */
  static List<String> users(Cluster cluster) {
    return cluster.accounts().config().users().ids().stream()
        .filter(id -> !new TfaState(cluster, id).entries().isEmpty())
        .sorted()
        .toList();
  }

  private SectionFile file() {
    return cluster.sections().file(FILE + "/" + user);
  }

  /** Returns the entries in the order of their types. */
  List<Section> entries() {
    return file().all().stream()
        .sorted(Comparator.comparingInt(entry -> TYPES.indexOf(entry.text("type"))))
        .toList();
  }

  @Nullable Section find(String id) {
    return file().find(id);
  }

  void add(Section entry) {
    entry.set("created", cluster.now().getEpochSecond()).set("enable", "1");
    file().put(entry);
    mark("x");
  }

  void remove(String id) {
    file().remove(id);
    if (file().isEmpty()) {
      mark(null);
    }
  }

  void remove() {
    cluster.sections().removeBelow(FILE + "/" + user);
    cluster.sections().file(LOCKS).remove(user);
  }

  // user.cfg says only that there are entries in another file.
  private void mark(@Nullable String keys) {
    Section section = cluster.accounts().config().users().find(user);
    if (section != null) {
      section.set("keys", keys);
    }
  }

  static Map<String, @Nullable Object> facts(Section entry) {
    return new JsonMap()
        .put("type", entry.text("type"))
        .put("id", entry.id())
        .putIfPresent("description", entry.text("description"))
        .put("created", Long.valueOf(entry.text("created", "0")))
        .putIfPresent("enable", entry.isTrue("enable") ? null : false)
        .build();
  }

  /** Returns the kinds of second factor that a log-in accepts as JSON, or null if none is set. */
  @Nullable String challenge() {
    JsonMap challenge = new JsonMap();
    List<Section> enabled = entries().stream().filter(entry -> entry.isTrue("enable")).toList();
    for (Section entry : enabled) {
      switch (entry.text("type", "")) {
        case "totp" -> challenge.put("totp", true);
        case "yubico" -> challenge.put("yubico", true);
        case "recovery" -> challenge.put("recovery", unused(entry));
        default -> challenge.put(entry.text("type", ""), Map.of());
      }
    }
    return enabled.isEmpty() ? null : JsonCodec.write(challenge.build()).utf8();
  }

  private static List<Integer> unused(Section recovery) {
    List<String> codes = codes(recovery);
    List<Integer> unused = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).isEmpty()) {
        unused.add(i);
      }
    }
    return unused;
  }

  private static List<String> codes(Section recovery) {
    return Arrays.asList(recovery.text("codes", "").split(",", -1));
  }

  /**
   * Checks the response to a challenge, and counts failures.
   *
   * @param response type and value: {@code totp:123456}
   */
  boolean verify(String response) {
    int colon = response.indexOf(':');
    String type = colon < 0 ? "" : response.substring(0, colon);
    String value = response.substring(colon + 1);
    Section locks = locks();
    if (isLocked(locks) || type.equals("totp") && locks.isTrue("totp-locked")) {
      return false;
    }
    boolean isRight =
        switch (type) {
          case "totp" -> isTotp(value);
          case "recovery" -> isRecovery(value);
          case "yubico" -> isYubico(value);
          default -> false;
        };
    if (isRight) {
      cluster.sections().file(LOCKS).remove(user);
      return true;
    }
    count(locks, "failures", ALL_FAILURES);
    if (type.equals("totp")) {
      count(locks, "totp-failures", TOTP_FAILURES);
    }
    cluster.sections().file(LOCKS).put(locks);
    return false;
  }

  private void count(Section locks, String counter, int limit) {
    int failures = Integer.parseInt(locks.text(counter, "0")) + 1;
    locks.set(counter, failures);
    if (failures >= limit && counter.equals("failures")) {
      locks.set("until", cluster.now().getEpochSecond() + LOCK_SECONDS).set(counter, null);
    } else if (failures >= limit) {
      locks.set("totp-locked", "1");
    }
  }

  private boolean isTotp(String value) {
    for (Section entry : ofType("totp")) {
      long step = Totp.parse(entry.text("secret", "")).step(value, cluster.now().getEpochSecond());
      // A password is good for one log-in.
      if (step > Long.parseLong(entry.text("last", "-1"))) {
        entry.set("last", step);
        return true;
      }
    }
    return false;
  }

  private boolean isRecovery(String value) {
    for (Section entry : ofType("recovery")) {
      List<String> codes = new ArrayList<>(codes(entry));
      int index = codes.indexOf(value);
      if (index >= 0 && !value.isEmpty()) {
        codes.set(index, "");
        entry.set("codes", codes);
        return true;
      }
    }
    return false;
  }

  private boolean isYubico(String value) {
    return ofType("yubico").stream()
        .anyMatch(entry -> value.length() > 12 && value.startsWith(entry.text("secret", "?")));
  }

  private List<Section> ofType(String type) {
    return entries().stream()
        .filter(entry -> entry.isTrue("enable") && type.equals(entry.text("type")))
        .toList();
  }

  private Section locks() {
    Section known = cluster.sections().find(LOCKS, user);
    return known == null ? new Section(user) : known;
  }

  private boolean isLocked(Section locks) {
    return Long.parseLong(locks.text("until", "0")) > cluster.now().getEpochSecond();
  }

  /** Adds the locks to a row, if there are any. */
  void addLocks(Map<String, @Nullable Object> json) {
    Section locks = locks();
    if (locks.isTrue("totp-locked")) {
      json.put("totp-locked", 1);
    }
    if (isLocked(locks)) {
      json.put("tfa-locked-until", Long.valueOf(locks.text("until", "0")));
    }
  }

  /** Removes the locks and returns whether there were any. */
  boolean unlock() {
    Section locks = locks();
    boolean wasLocked = locks.isTrue("totp-locked") || isLocked(locks);
    cluster.sections().file(LOCKS).remove(user);
    return wasLocked;
  }
}
