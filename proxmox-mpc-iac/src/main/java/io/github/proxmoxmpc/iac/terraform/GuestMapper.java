package io.github.proxmoxmpc.iac.terraform;

import io.github.proxmoxmpc.iac.coverage.Outcome;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.terraform.BlockReading.ValueReading;
import io.github.proxmoxmpc.iac.terraform.BlockRule.Gaps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns one guest into one resource: decides for each value that the provider reads whether it is
 * written, left out or ignored, and accounts for it. One use; not thread-safe.
 */
final class GuestMapper implements MappingContext {
  private static final String NO_BLOCK =
      "the provider leaves the block out of its state when all that it counts is at its default";

  private static final String NOT_COMPARED =
      "it is left to the server, and the provider does not compare it then";

  private final MappingTable table;
  private final GuestView guest;
  private final BlockReading resource;
  private final CoverageCollector account;
  private final Ignores ignores = new Ignores();
  private final List<UnsupportedFeature.Finding> findings = new ArrayList<>();

  /** Why the list that is being written is ignored as a whole; null where it is not. */
  private @Nullable String shadow;

  private GuestMapper(MappingTable table, GuestView guest) {
    this.table = table;
    this.guest = guest;
    this.resource = new GuestReader(table, guest).resource();
    this.account = new CoverageCollector(table, guest);
  }

  static MappedGuest map(MappingTable table, GuestView guest) {
    return new GuestMapper(table, guest).map();
  }

  private MappedGuest map() {
    for (UnsupportedFeature obstacle : table.obstacles()) {
      findings.addAll(obstacle.finder().apply(guest));
    }
    HclBody.Builder body = HclBody.builder();
    write(resource, "", body);
    if (!ignores.isEmpty()) {
      body.blank()
          .block(
              "lifecycle",
              HclBody.builder().attribute("ignore_changes", ignores.toValue()).build());
    }
    return new MappedGuest(body.build(), account.complete(), findings);
  }

  @Override
  public GuestView guest() {
    return guest;
  }

  @Override
  public boolean holds(String block) {
    for (Map.Entry<BlockRule, List<BlockReading>> child : resource.children().entrySet()) {
      if (child.getKey().path().equals(block)) {
        return child.getValue().stream()
            .anyMatch(reading -> child.getKey().presence().holds(reading, this));
      }
    }
    return false;
  }

  private void write(BlockReading block, String path, HclBody.Builder out) {
    Set<String> names = new HashSet<>();
    for (ValueReading value : block.values()) {
      write(value, path, names, out);
    }
    for (Map.Entry<BlockRule, List<BlockReading>> child : block.children().entrySet()) {
      writeAll(child.getKey(), child.getValue(), path, out);
    }
  }

  private void writeAll(
      BlockRule rule, List<BlockReading> readings, String parent, HclBody.Builder out) {
    List<BlockReading> present = new ArrayList<>();
    for (BlockReading reading : readings) {
      if (rule.presence().holds(reading, this)) {
        present.add(reading);
      } else {
        leaveOut(reading, Outcome.NOT_EXPRESSIBLE, rule.computed() ? NOT_COMPARED : NO_BLOCK);
      }
    }
    if (present.isEmpty()) {
      return;
    }
    String path = join(parent, rule.name());
    if (rule.refusal() != null && rule.refusal().test(this)) {
      ignores.add(path, rule.reason());
      present.forEach(reading -> leaveOut(reading, Outcome.IGNORED, rule.reason()));
      return;
    }
    String outer = shadow;
    shadow = shadowOf(rule, present, path, outer);
    for (int i = 0; i < present.size(); i++) {
      BlockReading reading = present.get(i);
      if (i >= rule.most()) {
        leaveOut(reading, Outcome.IGNORED, String.valueOf(shadow));
      } else if (!reading.gap() || rule.gaps() != Gaps.UNWRITABLE) {
        HclBody.Builder body = HclBody.builder();
        write(reading, path + "[" + i + "]", body);
        if (!out.isEmpty()) {
          out.blank();
        }
        out.add(new HclItem.Block(rule.name(), List.of(), body.build()));
      }
    }
    shadow = outer;
  }

  private @Nullable String shadowOf(
      BlockRule rule, List<BlockReading> present, String path, @Nullable String outer) {
    if (present.size() > rule.most()) {
      String reason = "the provider's schema allows " + rule.most() + " of these blocks";
      ignores.add(path, reason);
      return reason;
    }
    if (rule.gaps() == Gaps.UNWRITABLE && present.stream().anyMatch(BlockReading::gap)) {
      rule.gapIgnores().forEach(attribute -> ignores.add(attribute, rule.reason()));
      return rule.reason();
    }
    return outer;
  }

  /** Accounts for a block that is not written. */
  private void leaveOut(BlockReading block, Outcome outcome, String reason) {
    for (ValueReading value : block.values()) {
      if (value.reading() instanceof Reading.Failure failure) {
        fail(value, failure);
      } else if (reason.equals(NO_BLOCK)
          && !value.differs()
          && !value.row().isUncounted()
          && !value.row().isComputed()) {
        account.add(value, Outcome.LEFT_OUT, null, "");
      } else {
        account.add(value, outcome, null, reason);
      }
    }
    block
        .children()
        .values()
        .forEach(blocks -> blocks.forEach(child -> leaveOut(child, outcome, reason)));
  }

  private void write(ValueReading value, String block, Set<String> names, HclBody.Builder out) {
    AttributeMapping row = value.row();
    String path = join(block, row.name());
    if (row.isIgnored()) {
      ignores.add(path, row.reason());
    } else if (value.reading() instanceof Reading.Failure failure) {
      fail(value, failure);
    } else if (value.reading() instanceof Reading.State state && isLeftOut(row, state.value())) {
      boolean compared = !row.isComputed() && !row.isUncompared();
      settle(
          value,
          compared ? Outcome.LEFT_OUT : Outcome.NOT_EXPRESSIBLE,
          path,
          compared ? "" : row.reason().isEmpty() ? NOT_COMPARED : row.reason());
    } else if (value.reading() instanceof Reading.State state
        && row.acceptance().rule().accepts(state.value(), this)) {
      if (names.add(row.name())) {
        out.attribute(row.name(), state.value());
      }
      accept(value, path);
    } else {
      refuse(value, path, names, out);
    }
  }

  private static boolean isLeftOut(AttributeMapping row, HclValue value) {
    return row.isPreset(value) && !row.isAlwaysWritten();
  }

  private void accept(ValueReading value, String path) {
    AttributeMapping row = value.row();
    if (value.text() != null && row.isUnstable(value.text())) {
      ignores.add(path, row.reason());
      settle(value, Outcome.IGNORED, path, row.reason());
    } else if (row.isUncompared()) {
      settle(value, Outcome.NOT_EXPRESSIBLE, path, row.reason());
    } else {
      settle(value, Outcome.WRITTEN, path, "");
    }
  }

  private void refuse(ValueReading value, String path, Set<String> names, HclBody.Builder out) {
    AttributeMapping row = value.row();
    String why =
        (value.text() == null ? "not set on the server; " : "")
            + "the provider's validation wants "
            + row.acceptance().says();
    String reason = row.reason().isEmpty() ? why : row.reason();
    if (row.isComputed()) {
      settle(value, Outcome.NOT_EXPRESSIBLE, path, why);
      return;
    }
    HclValue placeholder = row.placeholder();
    if (placeholder != null && names.add(row.name())) {
      out.attribute(row.name(), placeholder);
    }
    ignores.add(path, reason);
    settle(value, Outcome.IGNORED, path, reason);
  }

  private void settle(ValueReading value, Outcome outcome, String path, String note) {
    boolean shadowed = shadow != null && outcome != Outcome.NOT_EXPRESSIBLE;
    account.add(
        value,
        shadowed ? Outcome.IGNORED : outcome,
        path,
        shadowed ? String.valueOf(shadow) : note);
  }

  private void fail(ValueReading value, Reading.Failure failure) {
    AttributeMapping row = value.row();
    String key = value.key() == null ? row.family().label() : value.key();
    findings.add(
        new UnsupportedFeature.Finding(
            row.part() == null ? key : key + "." + row.part(), failure.reason(), row.remedy()));
    account.add(value, Outcome.NOT_EXPRESSIBLE, null, failure.reason());
  }

  private static String join(String block, String name) {
    return block.isEmpty() ? name : block + "." + name;
  }
}
