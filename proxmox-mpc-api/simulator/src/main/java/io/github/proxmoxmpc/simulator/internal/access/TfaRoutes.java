package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /access/tfa}: second factors, after PVE::API2::TFA and the crate proxmox-tfa. */
final class TfaRoutes {
  private static final String USER = " /access/tfa/{userid}";
  private static final int RECOVERY_CODES = 10;

  private TfaRoutes() {}

  static void addTo(Routes routes) {
    routes
        .on("GET /access/tfa", TfaRoutes::list)
        .on("GET" + USER, call -> rows(state(call)))
        .on("POST" + USER, TfaRoutes::create)
        .on("GET" + USER + "/{id}", TfaRoutes::read)
        .on("PUT" + USER + "/{id}", TfaRoutes::update)
        .on("DELETE" + USER + "/{id}", TfaRoutes::delete)
        .on("GET /access/users/{userid}/tfa", TfaRoutes::types)
        .on("PUT /access/users/{userid}/unlock-tfa", call -> state(call).unlock() ? 1 : 0);
  }

  private static TfaState state(RoutedCall call) {
    return TfaState.of(call, call.required("userid"));
  }

  private static List<Map<String, @Nullable Object>> rows(TfaState state) {
    return state.entries().stream().map(TfaState::facts).toList();
  }

  private static List<Object> list(RoutedCall call) {
    List<Object> users = new ArrayList<>();
    for (String user : TfaState.users(call.cluster())) {
      if (isVisible(call, user)) {
        TfaState state = TfaState.of(call, user);
        Map<String, @Nullable Object> row =
            new JsonMap().put("userid", user).put("entries", rows(state)).build();
        state.addLocks(row);
        users.add(row);
      }
    }
    return users;
  }

  private static boolean isVisible(RoutedCall call, String user) {
    String[] anyOf = {"User.Modify", "Sys.Audit"};
    return user.equals(call.identity().id())
        || call.identity().hasAny("/access/groups", anyOf)
        || call.cluster().accounts().config().groupsOf(user).stream()
            .anyMatch(group -> call.identity().hasAny("/access/groups/" + group, anyOf));
  }

  private static Map<String, @Nullable Object> read(RoutedCall call) {
    Section entry = state(call).find(call.required("id"));
    if (entry == null) {
      throw new RefusalException(404, "No such tfa entry '" + call.required("id") + "'");
    }
    return TfaState.facts(entry);
  }

  private static Map<String, @Nullable Object> create(RoutedCall call) {
    UserRoutes.confirm(call, "password");
    String type = call.required("type");
    TfaState state = state(call);
    Section entry =
        new Section(type.equals("recovery") ? type : call.cluster().newUuid()).set("type", type);
    entry.set("description", call.text("description"));
    JsonMap result = new JsonMap();
    switch (type) {
      case "totp" -> entry.set("secret", totp(call));
      case "recovery" -> {
        List<String> codes = recovery(call, state);
        entry.set("codes", codes).set("description", null);
        result.put("recovery", codes);
      }
      case "yubico" -> entry.set("secret", yubico(call));
      default -> {
        refuse(call, "totp", "'totp' parameter is invalid for '" + type + "' entries");
        String challenge = registration(call, type);
        if (challenge != null) {
          return new JsonMap().put("challenge", challenge).build();
        }
      }
    }
    state.add(entry);
    return result.put("id", entry.id()).build();
  }

  private static String totp(RoutedCall call) {
    refuse(call, "challenge", "'challenge' parameter is invalid for 'totp' entries");
    requireDescription(call);
    String uri = call.text("totp");
    String value = call.text("value");
    if (uri == null || value == null) {
      throw RefusalException.failure("'totp' type requires both 'totp' and 'value' parameters");
    }
    if (Totp.parse(uri).step(value, call.cluster().now().getEpochSecond()) < 0) {
      throw RefusalException.failure("failed to verify TOTP challenge");
    }
    return uri;
  }

  private static List<String> recovery(RoutedCall call, TfaState state) {
    for (String parameter : List.of("totp", "value", "challenge")) {
      refuse(call, parameter, "generating recovery tokens does not allow additional parameters");
    }
    if (state.find("recovery") != null) {
      throw RefusalException.failure("user already has recovery keys");
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String random = call.cluster().newUuid().replace("-", "");
      codes.add(random.substring(0, 16).replaceAll("(.{4})(?!$)", "$1-"));
    }
    return codes;
  }

  // The simulator has no Yubico server: every password of the right length is valid.
  private static String yubico(RoutedCall call) {
    String name = UserRoutes.realm(call.required("userid"));
    Section realm = call.cluster().accounts().config().realms().find(name);
    if (realm == null) {
      throw RefusalException.failure("auth domain '" + name + "' does not exist");
    }
    String tfa = realm.text("tfa");
    if (tfa == null) {
      throw RefusalException.failure("no yubico otp configuration available for realm " + name);
    }
    if (!"yubico".equals(tfaType(tfa))) {
      throw RefusalException.failure("realm is not setup for Yubico OTP");
    }
    String words = "'totp' and 'challenge' parameters are invalid for 'yubico' entries";
    refuse(call, "totp", words);
    refuse(call, "challenge", words);
    requireDescription(call);
    String value = call.text("value", "");
    if (value.length() < 32) {
      throw RefusalException.failure("yubico: invalid OTP");
    }
    return value.substring(0, 12);
  }

  /** Returns the challenge of a registration, or null if the request answers one. */
  private static @Nullable String registration(RoutedCall call, String type) {
    Section options = call.cluster().sections().find("/cluster/options", "");
    if (options == null || !options.has(type)) {
      throw RefusalException.failure("no " + type + " configuration available");
    }
    String challenge = call.text("challenge");
    if (challenge == null) {
      requireDescription(call);
      String created = call.cluster().newUuid().replace("-", "");
      pending(call).set(type, created);
      return JsonCodec.write(Map.of("challenge", created)).utf8();
    }
    if (call.text("value") == null) {
      throw RefusalException.failure(
          "missing 'value' parameter (" + type + " challenge response missing)");
    }
    String expected = pending(call).text(type);
    if (expected == null || !challenge.contains(expected)) {
      throw RefusalException.failure("no such challenge");
    }
    pending(call).set(type, null);
    return null;
  }

  private static Section pending(RoutedCall call) {
    String user = call.required("userid");
    Section known = call.cluster().sections().find("/access/tfa-challenges", user);
    if (known != null) {
      return known;
    }
    Section created = new Section(user);
    call.cluster().sections().file("/access/tfa-challenges").put(created);
    return created;
  }

  private static void refuse(RoutedCall call, String parameter, String words) {
    if (call.has(parameter)) {
      throw RefusalException.failure(words);
    }
  }

  private static void requireDescription(RoutedCall call) {
    if (!call.has("description")) {
      throw RefusalException.failure("'description' is required for new entries");
    }
  }

  private static @Nullable Object update(RoutedCall call) {
    UserRoutes.confirm(call, "password");
    Section entry = existing(call);
    if (entry.id().equals("recovery")) {
      throw noEntry();
    }
    if (call.has("description")) {
      entry.set("description", call.text("description"));
    }
    if (call.has("enable")) {
      entry.set("enable", call.isTrue("enable") ? "1" : "0");
    }
    return null;
  }

  private static @Nullable Object delete(RoutedCall call) {
    UserRoutes.confirm(call, "password");
    state(call).remove(existing(call).id());
    return null;
  }

  private static Section existing(RoutedCall call) {
    Section entry = state(call).find(call.required("id"));
    if (entry == null) {
      throw noEntry();
    }
    return entry;
  }

  private static RefusalException noEntry() {
    return RefusalException.failure("no such entry");
  }

  private static Map<String, @Nullable Object> types(RoutedCall call) {
    String name = UserRoutes.realm(call.required("userid"));
    Section realm = call.cluster().accounts().config().realms().find(name);
    if (realm == null) {
      throw RefusalException.failure("auth domain '" + name + "' does not exist");
    }
    JsonMap result = new JsonMap();
    String tfa = realm.text("tfa");
    result.putIfPresent("realm", tfa == null ? null : tfaType(tfa));
    if (call.isTrue("multiple")) {
      Set<String> types = new LinkedHashSet<>();
      state(call).entries().forEach(entry -> types.add(entry.text("type", "")));
      result.put("user", List.copyOf(types));
    }
    return result.build();
  }

  /** Returns the kind of second factor that a realm demands, from a property string. */
  static @Nullable String tfaType(String tfa) {
    return Arrays.stream(tfa.split(",", -1))
        .filter(part -> part.startsWith("type="))
        .map(part -> part.substring("type=".length()))
        .findFirst()
        .orElse(null);
  }
}
