package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import io.github.proxmoxmpc.iac.coverage.CoverageOutcome;
import io.github.proxmoxmpc.iac.hcl.HclBody;
import io.github.proxmoxmpc.iac.hcl.HclItem;
import io.github.proxmoxmpc.iac.hcl.HclValue;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.BlockRule.Gaps;
import io.github.proxmoxmpc.iac.terraform.internal.mapping.DecodedBlock.DecodedAttribute;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one resource of the cluster as a Terraform resource: decides for each decoded value
 * whether it is written, left out or ignored, and records the decision for the coverage report.
 * Used once; not thread-safe.
 *
 * @param <V> the view of such a resource
 */
final class ResourceWriter<V extends ResourceView> implements MappingContext {
  private static final String NO_BLOCK =
      "the provider omits the block from its state if its values are the defaults";

  private static final String NOT_COMPARED =
      "the code leaves it to the server, so the provider does not compare it";

  private final MappingTable<V> table;
  private final V view;
  private final DecodedBlock resource;
  private final CoverageCollector coverage;
  private final IgnoreChanges ignores = new IgnoreChanges();
  private final List<UnsupportedFeature.Finding> findings = new ArrayList<>();

  /** Why the enclosing list of blocks is ignored as a whole; null if it is not. */
  private @Nullable String listIgnoredBecause;

  private ResourceWriter(MappingTable<V> table, V view) {
    this.table = table;
    this.view = view;
    this.resource = new ResourceDecoder(table, view).decode();
    this.coverage = new CoverageCollector(table, view);
  }

  static <V extends ResourceView> MappedResource write(MappingTable<V> table, V view) {
    return new ResourceWriter<>(table, view).write();
  }

  private MappedResource write() {
    for (UnsupportedFeature<V> feature : table.unsupportedFeatures()) {
      findings.addAll(feature.finder().apply(view));
    }
    HclBody.Builder body = HclBody.builder();
    write(resource, "", body);
    if (!ignores.isEmpty()) {
      body.blank()
          .block(
              "lifecycle",
              HclBody.builder().attribute("ignore_changes", ignores.toValue()).build());
    }
    return new MappedResource(body.build(), coverage.complete(), findings);
  }

  @Override
  public ResourceView view() {
    return view;
  }

  @Override
  public boolean holds(String block) {
    for (Map.Entry<BlockRule, List<DecodedBlock>> child : resource.children().entrySet()) {
      if (child.getKey().path().equals(block)) {
        return child.getValue().stream()
            .anyMatch(each -> child.getKey().presence().holds(each, this));
      }
    }
    return false;
  }

  private void write(DecodedBlock block, String path, HclBody.Builder out) {
    Set<String> names = new HashSet<>();
    for (DecodedAttribute value : block.values()) {
      write(value, path, names, out);
    }
    for (Map.Entry<BlockRule, List<DecodedBlock>> child : block.children().entrySet()) {
      writeAll(child.getKey(), child.getValue(), path, out);
    }
  }

  private void writeAll(
      BlockRule rule, List<DecodedBlock> blocks, String parent, HclBody.Builder out) {
    List<DecodedBlock> present = new ArrayList<>();
    for (DecodedBlock block : blocks) {
      if (rule.presence().holds(block, this)) {
        present.add(block);
      } else {
        leaveOut(block, CoverageOutcome.NOT_EXPRESSIBLE, rule.computed() ? NOT_COMPARED : NO_BLOCK);
      }
    }
    if (present.isEmpty()) {
      return;
    }
    String path = join(parent, rule.name());
    if (rule.refusal() != null && rule.refusal().test(this)) {
      ignores.add(path, rule.reason());
      present.forEach(each -> leaveOut(each, CoverageOutcome.IGNORED, rule.reason()));
      return;
    }
    String outer = listIgnoredBecause;
    listIgnoredBecause = reasonToIgnoreList(rule, present, path, outer);
    for (int i = 0; i < present.size(); i++) {
      DecodedBlock block = present.get(i);
      if (i >= rule.most()) {
        leaveOut(block, CoverageOutcome.IGNORED, String.valueOf(listIgnoredBecause));
      } else if (!block.gap() || rule.gaps() != Gaps.UNWRITABLE) {
        HclBody.Builder body = HclBody.builder();
        write(block, path + "[" + i + "]", body);
        if (!out.isEmpty()) {
          out.blank();
        }
        out.add(new HclItem.Block(rule.name(), List.of(), body.build()));
      }
    }
    listIgnoredBecause = outer;
  }

  private @Nullable String reasonToIgnoreList(
      BlockRule rule, List<DecodedBlock> present, String path, @Nullable String outer) {
    if (present.size() > rule.most()) {
      String reason = "the provider's schema allows at most " + rule.most() + " of these blocks";
      ignores.add(path, reason);
      return reason;
    }
    if (rule.gaps() == Gaps.UNWRITABLE && present.stream().anyMatch(DecodedBlock::gap)) {
      rule.gapIgnores().forEach(attribute -> ignores.add(attribute, rule.reason()));
      return rule.reason();
    }
    return outer;
  }

  /** Records a block that is not written. */
  private void leaveOut(DecodedBlock block, CoverageOutcome outcome, String reason) {
    for (DecodedAttribute value : block.values()) {
      if (value.decoded() instanceof DecodedValue.Failure failure) {
        recordFailure(value, failure);
      } else if (reason.equals(NO_BLOCK)
          && !value.differs()
          && !value.mapping().has(MappingTrait.NOT_COUNTED)
          && !value.mapping().has(MappingTrait.COMPUTED)) {
        coverage.add(value, CoverageOutcome.LEFT_OUT, null, "");
      } else {
        coverage.add(value, outcome, null, reason);
      }
    }
    block
        .children()
        .values()
        .forEach(nested -> nested.forEach(child -> leaveOut(child, outcome, reason)));
  }

  private void write(DecodedAttribute value, String block, Set<String> names, HclBody.Builder out) {
    AttributeMapping mapping = value.mapping();
    String path = join(block, mapping.name());
    if (mapping.has(MappingTrait.ALWAYS_IGNORED)) {
      ignores.add(path, mapping.reason());
    } else if (value.decoded() instanceof DecodedValue.Failure failure) {
      recordFailure(value, failure);
    } else if (value.decoded() instanceof DecodedValue.Value state
        && isLeftOut(mapping, state.value())) {
      boolean compared =
          !mapping.has(MappingTrait.COMPUTED) && !mapping.has(MappingTrait.NOT_COMPARED);
      record(
          value,
          compared ? CoverageOutcome.LEFT_OUT : CoverageOutcome.NOT_EXPRESSIBLE,
          path,
          compared ? "" : mapping.reason().isEmpty() ? NOT_COMPARED : mapping.reason());
    } else if (value.decoded() instanceof DecodedValue.Value state
        && mapping.constraint().rule().accepts(state.value(), this)) {
      if (names.add(mapping.name())) {
        out.attribute(mapping.name(), state.value());
      }
      recordWritten(value, path);
    } else {
      recordRejected(value, path, names, out);
    }
  }

  private static boolean isLeftOut(AttributeMapping mapping, HclValue value) {
    return mapping.isSchemaDefault(value) && !mapping.has(MappingTrait.ALWAYS_WRITTEN);
  }

  private void recordWritten(DecodedAttribute value, String path) {
    AttributeMapping mapping = value.mapping();
    if (value.text() != null && mapping.isUnstable(value.text())) {
      ignores.add(path, mapping.reason());
      record(value, CoverageOutcome.IGNORED, path, mapping.reason());
    } else if (mapping.has(MappingTrait.NOT_COMPARED)) {
      record(value, CoverageOutcome.NOT_EXPRESSIBLE, path, mapping.reason());
    } else {
      record(value, CoverageOutcome.WRITTEN, path, "");
    }
  }

  private void recordRejected(
      DecodedAttribute value, String path, Set<String> names, HclBody.Builder out) {
    AttributeMapping mapping = value.mapping();
    String why =
        (value.text() == null ? "not set on the server; " : "")
            + "the provider's validation requires "
            + mapping.constraint().description();
    String reason = mapping.reason().isEmpty() ? why : mapping.reason();
    if (mapping.has(MappingTrait.COMPUTED)) {
      record(value, CoverageOutcome.NOT_EXPRESSIBLE, path, why);
      return;
    }
    HclValue placeholder = mapping.placeholder();
    if (placeholder != null && names.add(mapping.name())) {
      out.attribute(mapping.name(), placeholder);
    }
    ignores.add(path, reason);
    record(value, CoverageOutcome.IGNORED, path, reason);
  }

  private void record(DecodedAttribute value, CoverageOutcome outcome, String path, String note) {
    boolean ignored = listIgnoredBecause != null && outcome != CoverageOutcome.NOT_EXPRESSIBLE;
    coverage.add(
        value,
        ignored ? CoverageOutcome.IGNORED : outcome,
        path,
        ignored ? String.valueOf(listIgnoredBecause) : note);
  }

  private void recordFailure(DecodedAttribute value, DecodedValue.Failure failure) {
    AttributeMapping mapping = value.mapping();
    String key = value.key() == null ? mapping.keyPattern().label() : value.key();
    findings.add(
        new UnsupportedFeature.Finding(
            mapping.property() == null ? key : key + "." + mapping.property(),
            failure.reason(),
            view.insertId(mapping.remedy())));
    coverage.add(value, CoverageOutcome.NOT_EXPRESSIBLE, null, failure.reason());
  }

  private static String join(String block, String name) {
    return block.isEmpty() ? name : block + "." + name;
  }
}
