package io.github.proxmoxmpc.api.testing;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.internal.call.ApiPath;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.Operation.Kind;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.call.ResultReader;
import io.github.proxmoxmpc.api.internal.response.Results;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.message.Decoder;
import io.github.proxmoxmpc.api.message.IdentifierDecoder;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few operations, called as generated code calls them. */
public final class TestApi {
  private static final Operation<JsonObject> CONFIG =
      Operation.of(
              Kind.READ,
              "GET",
              "/nodes/{node}/qemu/{vmid}/config",
              Results.object(() -> Decoder.OBJECT))
          .privilege("perm: VM.Audit");
  private static final Operation<Void> PUT_CONFIG =
      Operation.of(Kind.WRITE, "PUT", "/nodes/{node}/qemu/{vmid}/config", Results.nothing());
  private static final Operation<Upid> CREATE =
      Operation.of(
          Kind.TASK, "POST", "/nodes/{node}/qemu", Results.value(() -> IdentifierDecoder.UPID));
  private static final Operation<@Nullable Upid> POST_CONFIG =
      Operation.of(Kind.OPTIONAL_TASK, "POST", "/nodes/{node}/qemu", Results.optionalTask());
  private static final Operation<Void> DELETE_POOL =
      Operation.of(Kind.WRITE, "DELETE", "/pools", Results.nothing());
  private static final Operation<Void> DELETE_CONTENT =
      Operation.of(
          Kind.WRITE,
          "DELETE",
          "/nodes/{node}/storage/{storage}/content/{volume}",
          Results.nothing());

  private final ApiPath root;

  public TestApi(ProxmoxClient client) {
    this(client, CallStyle.BLOCKING);
  }

  public TestApi(ProxmoxClient client, CallStyle style) {
    this.root = ApiPath.root(style.caller(client));
  }

  public JsonObject config(String node, String vmid, Parameters parameters) {
    return root.with(node).with(vmid).execute(CONFIG, parameters);
  }

  public JsonObject config() {
    return config("pve", "100", Parameters.none());
  }

  public void putConfig(Parameters parameters) {
    root.with("pve").with("100").execute(PUT_CONFIG, parameters);
  }

  public Task create(Parameters parameters) {
    return root.with("pve").start(CREATE, parameters);
  }

  public @Nullable Task postConfig() {
    return root.with("pve").startIfNeeded(POST_CONFIG, Parameters.none());
  }

  public void delete(Parameters parameters) {
    root.execute(DELETE_POOL, parameters);
  }

  public void deleteContent(String volume) {
    root.with("pve").with("local").with(volume).execute(DELETE_CONTENT, Parameters.none());
  }

  public List<JsonObject> list() {
    return read("/pools", Results.list(() -> Decoder.list(Decoder.OBJECT)));
  }

  public JsonValue any() {
    return read("/any", Results.value(() -> Decoder.JSON));
  }

  public String text() {
    return read("/text", Results.value(() -> Decoder.STRING));
  }

  public Long number() {
    return read("/number", Results.value(() -> Decoder.LONG));
  }

  public Boolean truth() {
    return read("/truth", Results.value(() -> Decoder.BOOLEAN));
  }

  private <T> T read(String path, ResultReader<T> result) {
    return root.execute(Operation.of(Kind.READ, "GET", path, result), Parameters.none());
  }
}
