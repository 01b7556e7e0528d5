package io.github.proxmoxmpc.api.guest.config;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.value.DiskBus;
import io.github.proxmoxmpc.api.value.DiskSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes the change that turns one configuration into another. Used once. */
final class Difference {
  private static final String MASK = "**********";

  private final KeyRules rules;
  private final JsonObject from;
  private final JsonObject to;
  private final SortedMap<String, String> now;
  private final SortedMap<String, String> wanted;
  private final SortedMap<DiskSlot, GuestDisk> disksNow;
  private final SortedMap<DiskSlot, GuestDisk> disksWanted;
  private final SortedMap<String, String> values = new TreeMap<>();
  private final List<String> deletions = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  Difference(KeyRules rules, JsonObject from, JsonObject to) {
    this.rules = rules;
    this.from = from;
    this.to = to;
    this.now = ConfigValues.of(from);
    this.wanted = ConfigValues.of(to);
    this.disksNow = GuestDisk.all(rules.same().types(), from);
    this.disksWanted = GuestDisk.all(rules.same().types(), to);
  }

  /**
   * Computes the change.
   *
   * @throws InvalidRequestException if a request cannot make the change, with all reasons
   */
  RequestedChange compute() {
    Set<String> keys = new TreeSet<>(now.keySet());
    keys.addAll(wanted.keySet());
    if (keys.contains("snaptime")) {
      // It describes the snapshot. A rollback keeps the description of the guest
      // (__snapshot_apply_config of PVE::AbstractConfig 9.2).
      keys.remove("description");
    }
    keys.removeAll(rules.served());
    keys.forEach(this::compare);
    compareRawLines();
    keepBootOrder();
    if (!faults.isEmpty()) {
      throw new InvalidRequestException(rules.request(), faults);
    }
    return new RequestedChange(values, deletions, now.getOrDefault("digest", ""));
  }

  private void compare(String key) {
    Optional<DiskSlot> slot = DiskSlot.find(key);
    String before = now.get(key);
    String after = wanted.get(key);
    if (slot.isPresent() && slot.get().bus() == DiskBus.UNUSED) {
      return;
    }
    if (rules.fixed().containsKey(key)) {
      // The value 0 and a missing key mean the same.
      String now = Objects.requireNonNullElse(before, "0");
      String then = Objects.requireNonNullElse(after, "0");
      if (!rules.same().isSame(key, now, then)) {
        faults.add(new Fault(key, after, rules.fixed().get(key)));
      }
    } else if (after == null) {
      delete(key);
    } else if (before == null) {
      set(key, after);
    } else {
      String carried = carry(key, before, after);
      if (!rules.same().isSame(key, before, carried)) {
        set(key, carried);
      }
    }
  }

  private String carry(String key, String before, String after) {
    if (key.matches("net\\d+")) {
      return rules == KeyRules.VM
          ? ServerAssignedValues.network(before, after)
          : ServerAssignedValues.containerNetwork(before, after);
    }
    Optional<DiskSlot> slot = DiskSlot.find(key);
    GuestDisk now = slot.map(disksNow::get).orElse(null);
    GuestDisk then = slot.map(disksWanted::get).orElse(null);
    return now != null && then != null && now.source().equals(then.source())
        ? ServerAssignedValues.disk(now.options().raw(), then.options().raw()).toString()
        : after;
  }

  private void delete(String key) {
    if (rules.needed().contains(key)) {
      faults.add(new Fault(key, null, "cannot be deleted: set another value"));
    } else {
      deletions.add(key);
    }
  }

  private void set(String key, String value) {
    if (key.equals("cipassword") && value.equals(MASK)) {
      // The server masks passwords. A masked one may be the same as before, and is never sent.
      if (!now.containsKey(key)) {
        faults.add(
            new Fault(key, null, "is masked in the wanted configuration: set the password itself"));
      }
      return;
    }
    Optional<DiskSlot> slot = DiskSlot.find(key);
    GuestDisk before = slot.map(disksNow::get).orElse(null);
    GuestDisk after = slot.map(disksWanted::get).orElse(null);
    if (before != null && after != null) {
      DiskExchange.fault(before, after).ifPresent(rule -> faults.add(new Fault(key, value, rule)));
    }
    values.put(key, rules.same().sent(key, value));
  }

  private void compareRawLines() {
    if (!Objects.equals(from.get("lxc"), to.get("lxc"))) {
      faults.add(
          new Fault(
              "lxc",
              null,
              "cannot be changed by a request: edit the raw lines in the container's file on the node"));
    }
  }

  /**
   * Sends the boot order if a drive in it is deleted, because the server removes the drive there.
   */
  private void keepBootOrder() {
    String boot = wanted.get("boot");
    List<String> order = Arrays.asList(now.getOrDefault("boot", "").split("[=;,\\s]+"));
    boolean isTouched = deletions.stream().anyMatch(order::contains);
    if (boot != null && isTouched) {
      values.put("boot", boot);
    }
    // The server restores a deleted boot order if it deletes a drive after it (PVE::API2::Qemu
    // 9.2).
    if (deletions.remove("boot")) {
      deletions.add("boot");
    }
  }
}
