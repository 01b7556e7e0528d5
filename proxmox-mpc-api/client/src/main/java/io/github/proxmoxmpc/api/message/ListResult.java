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
 * The list that an operation returned, with the fields that the server sent beside it. Equal to any
 * list with equal elements. Immutable and thread-safe.
 *
 * <pre>{@code
 * ListResult<TasksEntry> page = pve.api().nodes("pve1").tasks().get(request -> request.limit(50));
 * OptionalLong all = page.total();
 * }</pre>
 *
 * @param <T> the type of the elements
 */
public final class ListResult<T> extends AbstractList<T> implements RandomAccess {
  private final List<T> elements;
  private final JsonObject raw;

  /**
   * Creates the result from the list and the response.
   *
   * @param elements the elements; copied
   * @param raw the complete response, including the list
   */
  public ListResult(List<T> elements, JsonObject raw) {
    this.elements = List.copyOf(elements);
    this.raw = raw;
  }

  /**
   * Returns the number of all elements on the server, such as tasks or lines of a log; the list may
   * contain only a part of them. Empty if the server does not send it, as when there are none.
   *
   * @throws io.github.proxmoxmpc.api.error.MalformedResponseException if it is not a number
   */
  public OptionalLong total() {
    JsonValue total = raw.get("total");
    return total == null || total == JsonNull.NULL
        ? OptionalLong.empty()
        : OptionalLong.of(Decoder.LONG.read(total, "total"));
  }

  /**
   * Returns the pending changes of a node's network configuration in the format of {@code diff -u};
   * null if none are pending, and for other lists.
   */
  public @Nullable String changes() {
    JsonValue changes = raw.get("changes");
    return changes == null || changes == JsonNull.NULL
        ? null
        : Decoder.STRING.read(changes, "changes");
  }

  /** Returns the complete response: the list under {@code data}, and every field beside it. */
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
