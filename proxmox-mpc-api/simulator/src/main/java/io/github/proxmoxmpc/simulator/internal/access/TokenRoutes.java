package io.github.proxmoxmpc.simulator.internal.access;

import io.github.proxmoxmpc.simulator.internal.account.UserConfig;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /access/users/{userid}/token}, after PVE::API2::User. */
final class TokenRoutes {
  private static final String ITEM = " /access/users/{userid}/token/{tokenid}";
  private static final List<String> OPTIONS = List.of("privsep", "expire", "comment");

  private TokenRoutes() {}

  static void addTo(Routes routes) {
    routes
        .on("GET /access/users/{userid}/token", TokenRoutes::list)
        .on("GET" + ITEM, call -> facts(find(config(call), id(call))).build())
        .on("POST" + ITEM, TokenRoutes::create)
        .on("PUT" + ITEM, TokenRoutes::update)
        .on("DELETE" + ITEM, TokenRoutes::delete);
  }

  /** Returns a token, or refuses as check_token_exist does. */
  static Section find(UserConfig config, String id) {
    int mark = id.indexOf('!');
    String user = id.substring(0, mark);
    requireUser(config, user);
    Section token = config.token(id);
    if (token == null) {
      throw RefusalException.failure(
          "no such token '" + id.substring(mark + 1) + "' for user '" + user + "'");
    }
    return token;
  }

  /** Returns the options of a token as the server reads them from its file: as numbers. */
  static JsonMap facts(Section token) {
    return new JsonMap()
        .put("privsep", token.isTrue("privsep") ? 1 : 0)
        .put("expire", Long.valueOf(token.text("expire", "0")))
        .putIfPresent("comment", token.text("comment"));
  }

  static List<Object> rows(UserConfig config, String user) {
    return config.tokens(user).all().stream()
        .sorted(Comparator.comparing(Section::id))
        .<Object>map(token -> facts(token).put("tokenid", token.id()).build())
        .toList();
  }

  private static List<Object> list(RoutedCall call) {
    requireUser(config(call), call.required("userid"));
    return rows(config(call), call.required("userid"));
  }

  private static Map<String, @Nullable Object> create(RoutedCall call) {
    requireUser(config(call), call.required("userid"));
    if (config(call).token(id(call)) != null) {
      throw RefusalException.parameter("tokenid", "Token already exists.");
    }
    Section token = new Section(call.required("tokenid"));
    JsonMap info = new JsonMap();
    if (!call.has("privsep")) {
      info.put("privsep", 1);
      token.set("privsep", "1");
    }
    for (String option : OPTIONS) {
      String value = call.text(option);
      if (value != null && !(option.equals("comment") && value.isEmpty())) {
        token.set(option, value);
        // The server answers the parameters as they were sent, as text.
        info.put(option, value);
      }
    }
    config(call).tokens(call.required("userid")).put(token);
    return new JsonMap()
        .put("info", info.build())
        .put("value", newSecret(call))
        .put("full-tokenid", id(call))
        .build();
  }

  private static Map<String, @Nullable Object> update(RoutedCall call) {
    Section token = find(config(call), id(call));
    for (String option : call.list("delete")) {
      if (!option.equals("comment")) {
        throw RefusalException.failure(
            "updating token info failed: 400 Parameter verification failed.\ndelete: unknown"
                + " option '"
                + option
                + "'");
      }
    }
    JsonMap sent = new JsonMap();
    for (String option : OPTIONS) {
      String value = call.text(option);
      if (value != null) {
        token.set(option, value);
        sent.put(option, value);
      }
    }
    if (token.text("comment", "").isEmpty() || call.list("delete").contains("comment")) {
      token.set("comment", null);
    }
    Map<String, @Nullable Object> result = facts(token).build();
    sent.build().forEach((option, value) -> result.replace(option, value));
    if (call.isTrue("regenerate")) {
      result.put("value", newSecret(call));
      result.put("full-tokenid", id(call));
    }
    return result;
  }

  private static @Nullable Object delete(RoutedCall call) {
    Section token = find(config(call), id(call));
    config(call).tokens(call.required("userid")).remove(token.id());
    call.cluster().accounts().setSecret(id(call), null);
    config(call)
        .removeEntries(entry -> entry.type().equals("token") && entry.id().equals(id(call)));
    return null;
  }

  private static String newSecret(RoutedCall call) {
    String secret = call.cluster().newUuid();
    call.cluster().accounts().setSecret(id(call), secret);
    return secret;
  }

  private static void requireUser(UserConfig config, String user) {
    if (!config.users().has(user)) {
      throw RefusalException.failure("no such user ('" + user + "')");
    }
  }

  private static String id(RoutedCall call) {
    return call.required("userid") + "!" + call.required("tokenid");
  }

  private static UserConfig config(RoutedCall call) {
    return call.cluster().accounts().config();
  }
}
