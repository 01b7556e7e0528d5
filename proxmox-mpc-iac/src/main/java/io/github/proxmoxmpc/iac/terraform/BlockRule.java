package io.github.proxmoxmpc.iac.terraform;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When the provider holds a block in its state, and how often. A block that it does not hold must
 * not be written, not even with the very values of the server.
 *
 * @param path the path of the block, such as {@code disk.speed}
 * @param family the keys that make one block each; null for a block that stands once
 * @param gaps what a missing number between two keys means
 * @param presence when the block is there
 * @param computed whether a block that is left out is left to the server, and not compared
 * @param most how many blocks the schema allows
 * @param refusal when validation refuses the block as a whole; null for never
 * @param gapIgnores what must be ignored where there is a gap
 * @param reason why, for a gap or a refusal
 */
record BlockRule(
    String path,
    @Nullable KeyPattern family,
    Gaps gaps,
    Presence presence,
    boolean computed,
    int most,
    @Nullable Predicate<MappingContext> refusal,
    List<String> gapIgnores,
    String reason) {

  /** What a missing number between two keys means. */
  enum Gaps {
    /** The blocks close up. */
    VANISH,
    /** An empty block stands in its place. */
    EMPTY_BLOCK,
    /** Nothing that can be written matches it: the whole list is ignored. */
    UNWRITABLE
  }

  /** When a block is there. */
  @FunctionalInterface
  interface Presence {
    boolean holds(BlockReading block, MappingContext context);
  }

  /** There whenever the resource is. */
  static final Presence ALWAYS = (block, context) -> true;

  /** There when any of its keys or parts is set on the server. */
  static final Presence KEYED = (block, context) -> block.isKeyed();

  /** There when any value in it differs from the preset. */
  static final Presence DIFFERS = (block, context) -> block.differs();

  BlockRule {
    gapIgnores = List.copyOf(gapIgnores);
  }

  static BlockRule one(String path, Presence presence) {
    return new BlockRule(path, null, Gaps.VANISH, presence, false, 1, null, List.of(), "");
  }

  static BlockRule each(String path, KeyPattern family) {
    return new BlockRule(
        path, family, Gaps.VANISH, ALWAYS, false, Integer.MAX_VALUE, null, List.of(), "");
  }

  BlockRule atMost(int blocks) {
    return new BlockRule(
        path, family, gaps, presence, computed, blocks, refusal, gapIgnores, reason);
  }

  BlockRule leftToTheServer() {
    return new BlockRule(path, family, gaps, presence, true, most, refusal, gapIgnores, reason);
  }

  BlockRule withEmptyGaps() {
    return new BlockRule(
        path, family, Gaps.EMPTY_BLOCK, presence, computed, most, refusal, gapIgnores, reason);
  }

  BlockRule withUnwritableGaps(String why, String... ignores) {
    return new BlockRule(
        path, family, Gaps.UNWRITABLE, presence, computed, most, refusal, List.of(ignores), why);
  }

  BlockRule refusedWhen(Predicate<MappingContext> condition, String why) {
    return new BlockRule(path, family, gaps, presence, computed, most, condition, gapIgnores, why);
  }

  /** The path of the block that it stands in; empty for the resource itself. */
  String parent() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** The last name of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
