package io.github.proxmoxmpc.api;

import io.github.proxmoxmpc.api.internal.call.ApiCaller;
import io.github.proxmoxmpc.api.internal.call.Operation;
import io.github.proxmoxmpc.api.internal.call.OrNull;
import io.github.proxmoxmpc.api.internal.call.Parameters;
import io.github.proxmoxmpc.api.internal.call.ResultTypes;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.task.Task;
import io.github.proxmoxmpc.api.value.Upid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/** A few operations, called as generated code calls them. */
final class TestApi {
  private static final ResultTypes NONE = type -> null;

  private final ApiCaller caller;

  TestApi(ProxmoxClient client) {
    this(client, CallStyle.BLOCKING);
  }

  TestApi(ProxmoxClient client, CallStyle way) {
    this.caller = way.caller(client);
  }

  private Service service() {
    return caller.service(Service.class, NONE);
  }

  JsonObject config(String node, String vmid, Parameters parameters) {
    return caller.execute(
        operation("GET", "/nodes/{node}/qemu/{vmid}/config", "perm: VM.Audit"),
        service().config(node, vmid, parameters));
  }

  JsonObject config() {
    return config("pve", "100", Parameters.none());
  }

  void putConfig(Parameters parameters) {
    caller.execute(
        operation("PUT", "/nodes/{node}/qemu/{vmid}/config", "a log-in"),
        service().putConfig("pve", "100", parameters));
  }

  Task create(Parameters parameters) {
    return caller.start(
        operation("POST", "/nodes/{node}/qemu", "a log-in"), service().create("pve", parameters));
  }

  @Nullable Task postConfig() {
    return caller.startIfNeeded(
        operation("POST", "/nodes/{node}/qemu", "a log-in"), service().configure("pve"));
  }

  void delete(Parameters parameters) {
    caller.execute(operation("DELETE", "/pools", "a log-in"), service().delete(parameters));
  }

  void deleteContent(String volume) {
    caller.execute(
        operation("DELETE", "/nodes/{node}/storage/{storage}/content/{volume}", "a log-in"),
        service().deleteContent("pve", "local", volume, Parameters.none()));
  }

  List<JsonObject> list() {
    return caller.execute(read("/pools"), service().list());
  }

  JsonValue any() {
    return caller.execute(read("/any"), service().any());
  }

  String text() {
    return caller.execute(read("/text"), service().text());
  }

  Long number() {
    return caller.execute(read("/number"), service().number());
  }

  Boolean truth() {
    return caller.execute(read("/truth"), service().truth());
  }

  Map<String, String> unreadable() {
    return caller.execute(read("/map"), service().unreadable());
  }

  private static Operation read(String path) {
    return operation("GET", path, "a log-in");
  }

  private static Operation operation(String method, String path, String privilege) {
    return new Operation(method, path, null, null, null, privilege, true);
  }

  interface Service {
    @GET("nodes/{node}/qemu/{vmid}/config")
    Call<JsonObject> config(
        @Path("node") String node, @Path("vmid") String vmid, @Tag Parameters parameters);

    @PUT("nodes/{node}/qemu/{vmid}/config")
    Call<Void> putConfig(
        @Path("node") String node, @Path("vmid") String vmid, @Tag Parameters parameters);

    @POST("nodes/{node}/qemu")
    Call<Upid> create(@Path("node") String node, @Tag Parameters parameters);

    @OrNull
    @POST("nodes/{node}/qemu")
    Call<Upid> configure(@Path("node") String node);

    @DELETE("pools")
    Call<Void> delete(@Tag Parameters parameters);

    @DELETE("nodes/{node}/storage/{storage}/content/{volume}")
    Call<Void> deleteContent(
        @Path("node") String node,
        @Path("storage") String storage,
        @Path("volume") String volume,
        @Tag Parameters parameters);

    @GET("pools")
    Call<List<JsonObject>> list();

    @GET("any")
    Call<JsonValue> any();

    @GET("text")
    Call<String> text();

    @GET("number")
    Call<Long> number();

    @GET("truth")
    Call<Boolean> truth();

    @GET("map")
    Call<Map<String, String>> unreadable();
  }
}
