package io.github.proxmoxmpc.simulator.internal.acme;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.Tasks;
import io.github.proxmoxmpc.simulator.internal.json.JsonMap;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.section.SectionKind;
import io.github.proxmoxmpc.simulator.internal.section.SectionRoutes;
import io.github.proxmoxmpc.simulator.internal.section.SectionType;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import io.github.proxmoxmpc.simulator.internal.store.SectionFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /cluster/acme}, after PVE::API2::ACME, ACMEAccount and ACMEPlugin of 9.2. No certificate
 * authority is contacted: an account is registered at once.
 */
public final class AcmeRoutes {
  private static final String ACCOUNTS = "/cluster/acme/account";
  private static final String PLUGINS = "/cluster/acme/plugins";
  private static final String STANDALONE = "standalone";
  private static final String DEFAULT_DIRECTORY = "https://acme-v02.api.letsencrypt.org/directory";
  private static final List<String> DNS_PROVIDERS =
      List.of(
          "acmedns",
          "cf",
          "desec",
          "duckdns",
          "gd",
          "he",
          "hetzner",
          "ovh",
          "powerdns",
          "rfc2136",
          "route53");

  private AcmeRoutes() {}

  /** Adds the routes, and the plugin that every cluster has. */
  public static void addTo(Routes routes, Cluster cluster) {
    cluster.sections().file(PLUGINS).put(new Section(STANDALONE).set("type", STANDALONE));
    SectionRoutes.addTo(routes, plugins());
    routes
        .on("GET " + ACCOUNTS, AcmeRoutes::list)
        .on("POST " + ACCOUNTS, AcmeRoutes::register)
        .on("GET " + ACCOUNTS + "/{name}", AcmeRoutes::read)
        .on("PUT " + ACCOUNTS + "/{name}", AcmeRoutes::update)
        .on("DELETE " + ACCOUNTS + "/{name}", AcmeRoutes::deactivate)
        .on("GET /cluster/acme/directories", call -> directories())
        .on("GET /cluster/acme/tos", call -> termsOf(call.text("directory", DEFAULT_DIRECTORY)))
        .on("GET /cluster/acme/meta", AcmeRoutes::meta)
        .on("GET /cluster/acme/challenge-schema", call -> providers());
  }

  private static SectionType plugins() {
    return SectionType.at(PLUGINS + "/{id}")
        .kindOption("type")
        .kind(STANDALONE, SectionKind.requiring().allowing("nodes disable"))
        .kind("dns", SectionKind.requiring("api").allowing("data nodes disable validation-delay"))
        .exists("ACME plugin ID '%s' already exists")
        .missing("ACME plugin '%s' not defined")
        .deletedSilently()
        .listed(
            (call, plugin) ->
                call.text("type", plugin.text("type", "")).equals(plugin.text("type")))
        .row((call, plugin, json) -> json.put("plugin", json.remove("id")))
        .item((call, plugin, json) -> json.put("plugin", json.remove("id")))
        .digestInRows();
  }

  private static SectionFile accounts(RoutedCall call) {
    return call.cluster().sections().file(ACCOUNTS);
  }

  private static List<Map<String, String>> list(RoutedCall call) {
    return accounts(call).ids().stream().map(name -> Map.of("name", name)).toList();
  }

  private static Object register(RoutedCall call) {
    String name = call.text("name", "default");
    if (accounts(call).has(name)) {
      throw RefusalException.parameter(
          "name", "ACME account config file '" + name + "' already exists.");
    }
    Section account =
        new Section(name)
            .set("contact", call.required("contact"))
            .set("directory", call.text("directory", DEFAULT_DIRECTORY))
            .set("tos", call.text("tos_url"))
            .set("status", "valid");
    return task(call, "acmeregister", () -> accounts(call).put(account));
  }

  private static Section account(RoutedCall call) {
    String name = call.text("name", "default");
    Section account = accounts(call).find(name);
    if (account == null) {
      throw RefusalException.parameter(
          "name", "ACME account config file '" + name + "' does not exist.");
    }
    return account;
  }

  private static Map<String, @Nullable Object> read(RoutedCall call) {
    Section account = account(call);
    List<String> contacts =
        List.of(account.text("contact", "").split("[,; ]+")).stream()
            .map(address -> "mailto:" + address)
            .toList();
    String directory = account.text("directory", DEFAULT_DIRECTORY);
    return new JsonMap()
        .put("account", Map.of("status", account.text("status", "valid"), "contact", contacts))
        .put("directory", directory)
        .put("location", directory.replaceFirst("/directory$", "/acme/acct/1"))
        .putIfPresent("tos", account.text("tos"))
        .build();
  }

  private static Object update(RoutedCall call) {
    Section account = account(call);
    String contact = call.text("contact");
    return task(
        call,
        contact == null ? "acmerefresh" : "acmeupdate",
        () -> account.set("contact", contact == null ? account.text("contact") : contact));
  }

  private static Object deactivate(RoutedCall call) {
    Section account = account(call);
    return task(call, "acmedeactivate", () -> accounts(call).remove(account.id()));
  }

  private static Object task(RoutedCall call, String type, Runnable work) {
    return call.cluster()
        .tasks()
        .start(
            new Tasks.Order(call.cluster().nodes().firstKey(), type, "", call.identity().id()),
            task -> work.run());
  }

  private static List<Map<String, String>> directories() {
    return List.of(
        Map.of("name", "Let's Encrypt V2", "url", DEFAULT_DIRECTORY),
        Map.of(
            "name",
            "Let's Encrypt V2 Staging",
            "url",
            "https://acme-staging-v02.api.letsencrypt.org/directory"));
  }

  private static String termsOf(String directory) {
    return directory.replaceFirst("/directory$", "/terms");
  }

  private static Map<String, @Nullable Object> meta(RoutedCall call) {
    return new JsonMap()
        .put("termsOfService", termsOf(call.text("directory", DEFAULT_DIRECTORY)))
        .put("externalAccountRequired", 0)
        .build();
  }

  private static List<Map<String, Object>> providers() {
    return DNS_PROVIDERS.stream()
        .map(
            name ->
                Map.<String, Object>of(
                    "id", name, "name", name, "type", "dns", "schema", Map.of("name", name)))
        .toList();
  }
}
