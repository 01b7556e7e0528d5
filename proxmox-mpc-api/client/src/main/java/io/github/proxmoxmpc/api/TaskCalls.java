package io.github.proxmoxmpc.api;

import com.squareup.moshi.JsonAdapter;
import io.github.proxmoxmpc.api.identifier.Upid;
import io.github.proxmoxmpc.api.internal.ApiCaller;
import io.github.proxmoxmpc.api.internal.Operation;
import io.github.proxmoxmpc.api.internal.Parameters;
import io.github.proxmoxmpc.api.json.FieldType;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.task.Polling;
import io.github.proxmoxmpc.api.task.TaskSource;
import io.github.proxmoxmpc.api.task.TaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** The news of tasks, over the API. */
final class TaskCalls implements TaskSource {
  private static final String PATH = "nodes/{node}/tasks/{upid}";
  private static final Operation STATUS = operation("GET", "/status");
  private static final Operation LOG = operation("GET", "/log");
  private static final Operation STOP = operation("DELETE", "");
  private static final JsonAdapter.Factory NONE = (type, annotations, moshi) -> null;

  private final ApiCaller caller;
  private final Polling polling;

  TaskCalls(ApiCaller caller, Polling polling) {
    this.caller = caller;
    this.polling = polling;
  }

  private static Operation operation(String method, String rest) {
    return new Operation(method, "/" + PATH + rest, "6.0", null, true);
  }

  @Override
  public TaskStatus status(Upid upid) {
    JsonObject status =
        caller.execute(
            STATUS, calls().status(upid.node().value(), upid.value(), Parameters.none()));
    return new TaskStatus("running".equals(text(status, "status")), text(status, "exitstatus"));
  }

  @Override
  public List<String> log(Upid upid, int start, int limit) {
    Parameters page =
        Parameters.builder()
            .set("start", Integer.toString(start))
            .set("limit", Integer.toString(limit))
            .build();
    return caller.execute(LOG, calls().log(upid.node().value(), upid.value(), page)).stream()
        .map(line -> String.valueOf(text(line, "t")))
        .toList();
  }

  @Override
  public void stop(Upid upid) {
    caller.execute(STOP, calls().stop(upid.node().value(), upid.value(), Parameters.none()));
  }

  @Override
  public Polling polling() {
    return polling;
  }

  private Calls calls() {
    return caller.service(Calls.class, NONE);
  }

  private static @Nullable String text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value == null || value == JsonValue.JsonNull.NULL
        ? null
        : FieldType.STRING.read(value, name);
  }

  interface Calls {
    @GET(PATH + "/status")
    Call<JsonObject> status(
        @Path("node") String node, @Path("upid") String upid, @Tag Parameters parameters);

    @GET(PATH + "/log")
    Call<List<JsonObject>> log(
        @Path("node") String node, @Path("upid") String upid, @Tag Parameters parameters);

    @DELETE(PATH)
    Call<Void> stop(
        @Path("node") String node, @Path("upid") String upid, @Tag Parameters parameters);
  }
}
