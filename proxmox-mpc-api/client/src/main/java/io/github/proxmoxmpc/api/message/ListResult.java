package io.github.proxmoxmpc.api.message;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNull;
import java.util.AbstractList;
import java.util.List;
import java.util.OptionalLong;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that an operation answered, with what the server tells beside it. Immutable and
 * thread-safe; equal to any list of equal elements.
 *
 * <pre>{@code
 * ListResult<TasksEntry> page = pve.api().nodes("pve1").tasks().get(request -> request.limit(50));
 * OptionalLong all = page.total();
 * }</pre>
 *
 * @param <T> what it holds
 */
public final class ListResult<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private final JsonObject raw;

  /**
   * A list and what it was made from.
   *
   * @param elements what it holds; copied
   * @param raw the whole answer, the list within
   */
  public ListResult(List<T> elements, JsonObject raw) {
    this.elements = List.copyOf(elements);
    this.raw = raw;
  }

  /**
   * How many there are on the server, of which these may be a part: tasks, or lines of a log. Empty
   * where the server does not say, as it does when there are none.
   *
   * @throws io.github.proxmoxmpc.api.error.MalformedResponseException if it is no number
   */
  public OptionalLong total() {
    JsonValue total = raw.get("total");
    return total == null || total == JsonNull.NULL
        ? OptionalLong.empty()
        : OptionalLong.of(Decoder.LONG.read(total, "total"));
  }

  /**
   * How the configuration of the network that is to come differs from the one that holds, as {@code
   * diff -u} writes it; null where nothing is pending, and beside other lists.
   */
  public @Nullable String changes() {
    JsonValue changes = raw.get("changes");
    return changes == null || changes == JsonNull.NULL
        ? null
        : Decoder.STRING.read(changes, "changes");
  }

  /** The whole answer: the list under {@code data}, and every field beside it, known or not. */
  public JsonObject raw() {
    return raw;
  }

  @Override
  public T get(int index) {
    return elements.get(index);
  }

  @Override
  public int size() {
    return elements.size();
  }
}
