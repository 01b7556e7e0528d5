package io.github.proxmoxmpc.iac.terraform.internal.mapping;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says when, and how many times, the provider keeps a block in its state. A block that is absent
 * from the state must not be written, even with the values of the server.
 *
 * @param path the path of the block, such as {@code disk.speed}
 * @param keyPattern the keys that become one block each; null for a block that does not repeat
 * @param gaps the effect of a missing number
 * @param presence when the block is in the state
 * @param computed whether the provider compares nothing if the block is left out
 * @param most how many blocks the schema allows
 * @param refusal when validation rejects the whole block; null for never
 * @param gapIgnores the attributes to ignore if there is a gap
 * @param reason the reason for {@code refusal} or {@code gapIgnores}
 */
public record BlockRule(
    String path,
    @Nullable KeyPattern keyPattern,
    Gaps gaps,
    Presence presence,
    boolean computed,
    int most,
    @Nullable Predicate<MappingContext> refusal,
    List<String> gapIgnores,
    String reason) {

  /** The effect of a missing number between two keys. */
  public enum Gaps {
    /** The state holds no block for it. */
    CLOSED,
    /** The state holds an empty block for it. */
    EMPTY_BLOCK,
    /** The state holds a null block, which no configuration can equal: the list is ignored. */
    UNWRITABLE
  }

  /** Decides whether the block is in the state. */
  @FunctionalInterface
  public interface Presence {
    boolean holds(DecodedBlock block, MappingContext context);
  }

  /** The block is always present. */
  public static final Presence ALWAYS = (block, context) -> true;

  /** The block is present if the server sets any of its keys or properties. */
  public static final Presence KEYED = (block, context) -> block.isKeyed();

  /** The block is present if any of its values differs from the schema default. */
  public static final Presence DIFFERS = (block, context) -> block.differs();

  public BlockRule {
    gapIgnores = List.copyOf(gapIgnores);
  }

  public static BlockRule one(String path, Presence presence) {
    return new BlockRule(path, null, Gaps.CLOSED, presence, false, 1, null, List.of(), "");
  }

  public static BlockRule each(String path, KeyPattern keyPattern) {
    return new BlockRule(
        path, keyPattern, Gaps.CLOSED, ALWAYS, false, Integer.MAX_VALUE, null, List.of(), "");
  }

  public BlockRule atMost(int blocks) {
    return new BlockRule(
        path, keyPattern, gaps, presence, computed, blocks, refusal, gapIgnores, reason);
  }

  public BlockRule leftToTheServer() {
    return new BlockRule(path, keyPattern, gaps, presence, true, most, refusal, gapIgnores, reason);
  }

  public BlockRule withEmptyGaps() {
    return new BlockRule(
        path, keyPattern, Gaps.EMPTY_BLOCK, presence, computed, most, refusal, gapIgnores, reason);
  }

  public BlockRule withUnwritableGaps(String why, String... ignores) {
    return new BlockRule(
        path,
        keyPattern,
        Gaps.UNWRITABLE,
        presence,
        computed,
        most,
        refusal,
        List.of(ignores),
        why);
  }

  public BlockRule refusedWhen(Predicate<MappingContext> condition, String why) {
    return new BlockRule(
        path, keyPattern, gaps, presence, computed, most, condition, gapIgnores, why);
  }

  /** Returns the path of the enclosing block; empty for the resource itself. */
  public String parent() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** Returns the last segment of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
