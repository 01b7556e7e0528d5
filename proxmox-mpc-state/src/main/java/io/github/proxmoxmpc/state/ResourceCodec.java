package io.github.proxmoxmpc.state;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.json.JsonValue.JsonArray;
import io.github.proxmoxmpc.api.json.JsonValue.JsonBoolean;
import io.github.proxmoxmpc.api.json.JsonValue.JsonNumber;
import io.github.proxmoxmpc.api.json.JsonValue.JsonString;
import io.github.proxmoxmpc.api.value.NodeName;
import io.github.proxmoxmpc.api.value.PoolId;
import io.github.proxmoxmpc.api.value.StorageId;
import io.github.proxmoxmpc.api.value.VmId;
import io.github.proxmoxmpc.state.infrastructure.AgentState;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import io.github.proxmoxmpc.state.infrastructure.ContainerState;
import io.github.proxmoxmpc.state.infrastructure.GuestState;
import io.github.proxmoxmpc.state.infrastructure.NodeState;
import io.github.proxmoxmpc.state.infrastructure.PoolState;
import io.github.proxmoxmpc.state.infrastructure.StorageState;
import io.github.proxmoxmpc.state.infrastructure.VmState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts resources to their documents in the store and back. A document is JSON with sorted keys,
 * so that equal resources have equal documents. It is escaped so that every database returns any
 * text unchanged.
 */
final class ResourceCodec {
  /** Separates list elements, such as tags, as PVE::Tools::split_list does. */
  private static final Pattern LIST_SEPARATOR = Pattern.compile("[,;\\s\\x00]+");

  private ResourceCodec() {}

  static StagedRow row(NodeState node) {
    JsonObject.Builder document =
        JsonObject.builder()
            .put("online", JsonBoolean.of(node.online()))
            .put("cpus", JsonNumber.of(node.cpus()))
            .put("memory", JsonNumber.of(node.memoryBytes()));
    return plainRow(ResourceKey.node(node.name()), document);
  }

  static StagedRow row(StorageState storage) {
    JsonObject.Builder document =
        JsonObject.builder()
            .put("type", new JsonString(storage.type()))
            .put("config", object(storage.config()))
            .put("available", strings(storage.availableOn(), NodeName::value));
    return plainRow(ResourceKey.storage(storage.id()), document);
  }

  static StagedRow row(PoolState pool) {
    JsonObject.Builder document = JsonObject.builder();
    putText(document, "comment", pool.comment());
    document
        .put("guests", strings(pool.guests(), VmId::toString))
        .put("storages", strings(pool.storages(), StorageId::value));
    return plainRow(ResourceKey.pool(pool.id()), document);
  }

  static StagedRow row(GuestState guest) {
    JsonObject.Builder document =
        JsonObject.builder().put("node", new JsonString(guest.node().value()));
    putText(document, "name", guest.name());
    document
        .put("status", new JsonString(guest.powerState().name()))
        .put("template", JsonBoolean.of(guest.template()));
    PoolId pool = guest.pool();
    putText(document, "pool", pool == null ? null : pool.value());
    ResourceKey key;
    if (guest instanceof VmState vm) {
      key = ResourceKey.vm(vm.vmid());
      document.put("agent", new JsonString(vm.agent().name()));
      if (!vm.missingVolumes().isEmpty()) {
        document.put("missingVolumes", strings(vm.missingVolumes(), volume -> volume));
      }
    } else {
      key = ResourceKey.container(guest.vmid());
    }
    document.put("config", object(guest.config().values()));
    List<JsonValue> lines = new ArrayList<>();
    for (RawLine line : guest.config().rawLines()) {
      lines.add(new JsonArray(List.of(new JsonString(line.key()), new JsonString(line.value()))));
    }
    if (!lines.isEmpty()) {
      document.put("raw", new JsonArray(lines));
    }
    putText(document, "digest", guest.config().digest());
    String name = guest.name();
    return new StagedRow(
        key.kind().column(),
        key.id(),
        print(document.build()),
        guest.vmid().value(),
        name == null ? null : indexable(name),
        guest.node().value(),
        guest.powerState().name(),
        guest.template(),
        pool == null ? null : pool.value(),
        tags(guest.config()));
  }

  /** Returns the distinct tags of a guest. */
  static List<String> tags(ConfigDocument config) {
    String tags = config.get("tags");
    if (tags == null) {
      return List.of();
    }
    return Arrays.stream(LIST_SEPARATOR.split(tags))
        .filter(tag -> !tag.isEmpty())
        .map(ResourceCodec::indexable)
        .distinct()
        .toList();
  }

  static NodeState node(String id, String content) {
    DocumentReader document = DocumentReader.of(content);
    return new NodeState(
        NodeName.of(id),
        document.flag("online"),
        Integer.parseInt(document.number("cpus")),
        Long.parseLong(document.number("memory")));
  }

  static StorageState storage(String id, String content) {
    DocumentReader document = DocumentReader.of(content);
    return new StorageState(
        StorageId.of(id),
        document.text("type"),
        document.texts("config"),
        new TreeSet<>(document.list("available", NodeName::of)));
  }

  static PoolState pool(String id, String content) {
    DocumentReader document = DocumentReader.of(content);
    return new PoolState(
        PoolId.of(id),
        document.optionalText("comment"),
        document.list("guests", VmId::of),
        document.list("storages", StorageId::of));
  }

  static VmState vm(String id, String content) {
    DocumentReader document = DocumentReader.of(content);
    return new VmState(
        VmId.of(id),
        document.node(),
        document.optionalText("name"),
        document.powerState(),
        document.flag("template"),
        document.pool(),
        AgentState.valueOf(document.text("agent")),
        document.config(),
        new TreeSet<>(document.list("missingVolumes", volume -> volume)));
  }

  static ContainerState container(String id, String content) {
    DocumentReader document = DocumentReader.of(content);
    return new ContainerState(
        VmId.of(id),
        document.node(),
        document.optionalText("name"),
        document.powerState(),
        document.flag("template"),
        document.pool(),
        document.config());
  }

  /**
   * Converts a text for a column of its own, where nothing is escaped: removes NUL, which
   * PostgreSQL rejects, and replaces characters that UTF-8 cannot encode.
   */
  static String indexable(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("\0", "");
  }

  private static StagedRow plainRow(ResourceKey key, JsonObject.Builder document) {
    return new StagedRow(
        key.kind().column(),
        key.id(),
        print(document.build()),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  private static void putText(JsonObject.Builder document, String name, @Nullable String text) {
    if (text != null) {
      document.put(name, new JsonString(text));
    }
  }

  private static JsonObject object(SortedMap<String, String> texts) {
    JsonObject.Builder object = JsonObject.builder();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      object.put(entry.getKey(), new JsonString(entry.getValue()));
    }
    return object.build();
  }

  private static <T> JsonArray strings(Iterable<T> values, Function<T, String> text) {
    List<JsonValue> strings = new ArrayList<>();
    for (T value : values) {
      strings.add(new JsonString(text.apply(value)));
    }
    return new JsonArray(strings);
  }

  /** Prints JSON. Escapes unpaired surrogates, which UTF-8 cannot encode. */
  private static String print(JsonObject document) {
    String text = document.toString();
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(c) && !paired) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append(String.format("\\u%04x", (int) c));
      } else if (escaped != null) {
        escaped.append(c);
      }
      if (paired) {
        i++;
        if (escaped != null) {
          escaped.append(text.charAt(i));
        }
      }
    }
    return escaped == null ? text : escaped.toString();
  }
}
