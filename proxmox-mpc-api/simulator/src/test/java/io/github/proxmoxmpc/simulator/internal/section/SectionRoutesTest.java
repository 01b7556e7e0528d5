package io.github.proxmoxmpc.simulator.internal.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.proxmoxmpc.simulator.internal.cluster.Cluster;
import io.github.proxmoxmpc.simulator.internal.cluster.Identity;
import io.github.proxmoxmpc.simulator.internal.json.JsonCodec;
import io.github.proxmoxmpc.simulator.internal.routing.RefusalException;
import io.github.proxmoxmpc.simulator.internal.routing.RoutedCall;
import io.github.proxmoxmpc.simulator.internal.routing.Routes;
import io.github.proxmoxmpc.simulator.internal.schema.OperationIndex;
import io.github.proxmoxmpc.simulator.internal.store.Section;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A declaration of the test's own shows each rule of the engine. */
class SectionRoutesTest {
  private static final String COLLECTION = "/cluster/ha/rules";
  private static final String ITEM = COLLECTION + "/{rule}";
  private static final SectionType RULES =
      SectionType.at(ITEM)
          .exists("rule '%s' already defined")
          .missing("no such rule '%s'")
          .kindOption("type")
          .kind(
              "node-affinity",
              SectionKind.requiring("resources", "nodes").allowing("comment strict"))
          .kind("resource-affinity", SectionKind.requiring("resources", "affinity"))
          .initially("comment", "none")
          .references("nodes", "/cluster/ha/groups", "no such group '%s'")
          .usedBy("/cluster/ha/groups", "rule", "rule '%s' is used by group '%s'")
          .rowOptions("type strict")
          .digest()
          .visibleWith("/mapping/%s", "Mapping.Audit")
          .created((call, section) -> section.id());

  private final Cluster cluster = new Cluster("test", Clock.systemUTC());
  private final Routes routes = new Routes(OperationIndex.bundled());
  private Identity identity = Identity.unrestricted("root@pam");

  SectionRoutesTest() {
    SectionRoutes.addTo(routes, RULES);
  }

  private @Nullable Object call(String operation, String... parameters) {
    Map<String, Object> named = new TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      named.put(parameters[i], parameters[i + 1]);
    }
    return routes.find(operation).orElseThrow().handle(new RoutedCall(cluster, identity, named));
  }

  private @Nullable Object create(String id, String... more) {
    String[] all = new String[more.length + 6];
    System.arraycopy(
        new String[] {"rule", id, "resources", "vm:100", "type", "node-affinity"}, 0, all, 0, 6);
    System.arraycopy(more, 0, all, 6, more.length);
    return call("POST " + COLLECTION, all);
  }

  private Map<String, @Nullable Object> read(String id) {
    return JsonCodec.object(call("GET " + ITEM, "rule", id));
  }

  private Section group(String id) {
    Section group = new Section(id);
    cluster.sections().file("/cluster/ha/groups").put(group);
    return group;
  }

  @Test
  void aSectionIsCreatedReadUpdatedAndDeleted() {
    group("n1");
    assertThat(create("r1", "nodes", "n1", "strict", "1")).isEqualTo("r1");
    assertThat(read("r1"))
        .containsEntry("rule", "r1")
        .containsEntry("strict", 1L)
        .containsEntry("nodes", "n1")
        .containsEntry("comment", "none");
    assertThat(call("PUT " + ITEM, "rule", "r1", "comment", "new", "delete", "strict")).isNull();
    assertThat(read("r1")).containsEntry("comment", "new").doesNotContainKey("strict");
    assertThat(call("DELETE " + ITEM, "rule", "r1")).isNull();
    assertThatThrownBy(() -> read("r1")).hasMessage("no such rule 'r1'");
  }

  @Test
  void theListHasOnlyTheDeclaredOptionsAndTheVisibleSections() {
    group("n1");
    create("r1", "nodes", "n1", "strict", "1");
    create("r2", "nodes", "n1");
    assertThat(JsonCodec.array(call("GET " + COLLECTION)))
        .containsExactly(
            Map.of("rule", "r1", "type", "node-affinity", "strict", 1L),
            Map.of("rule", "r2", "type", "node-affinity"));
    identity =
        new Identity(
            "audit@pve",
            path -> path.equals("/mapping/r2") ? Map.of("Mapping.Audit", true) : Map.of());
    assertThat(JsonCodec.array(call("GET " + COLLECTION))).hasSize(1);
  }

  @Test
  void aTakenIdAndAMissingOneAreRefusedInTheDeclaredWords() {
    group("n1");
    create("r1", "nodes", "n1");
    assertThatThrownBy(() -> create("r1", "nodes", "n1"))
        .isInstanceOf(RefusalException.class)
        .hasMessage("rule 'r1' already defined");
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r9", "comment", "x"))
        .hasMessage("no such rule 'r9'");
    assertThatThrownBy(() -> call("DELETE " + ITEM, "rule", "r9")).hasMessage("no such rule 'r9'");
  }

  @Test
  void theKindDecidesWhichOptionsAreRequiredAndAllowed() {
    assertThatThrownBy(() -> create("r1")).hasMessage("missing value for required option 'nodes'");
    group("n1");
    assertThatThrownBy(() -> create("r1", "nodes", "n1", "affinity", "negative"))
        .hasMessage("unexpected property 'affinity'");
    create("r1", "nodes", "n1");
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r1", "type", "resource-affinity"))
        .hasMessage("can't change value of fixed parameter 'type'");
    assertThat(call("PUT " + ITEM, "rule", "r1", "type", "node-affinity")).isNull();
  }

  @Test
  void onlyOptionalOptionsCanBeDeleted() {
    group("n1");
    create("r1", "nodes", "n1");
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r1", "delete", "nodes"))
        .hasMessage("unable to delete required option 'nodes'");
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r1", "delete", "kitty"))
        .hasMessage("no such option 'kitty'");
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r1", "comment", "x", "delete", "comment"))
        .hasMessage("cannot set and delete property 'comment' at the same time!");
  }

  @Test
  void aStaleDigestIsRefusedAndNothingIsChanged() {
    group("n1");
    create("r1", "nodes", "n1");
    String stale = String.valueOf(read("r1").get("digest"));
    call("PUT " + ITEM, "rule", "r1", "comment", "one", "digest", stale);
    assertThatThrownBy(() -> call("PUT " + ITEM, "rule", "r1", "comment", "two", "digest", stale))
        .hasMessageStartingWith("detected modified configuration");
    assertThatThrownBy(() -> call("DELETE " + ITEM, "rule", "r1", "digest", stale))
        .hasMessageStartingWith("detected modified configuration");
    assertThat(read("r1")).containsEntry("comment", "one");
  }

  @Test
  void referencesBetweenSectionsAreKept() {
    assertThatThrownBy(() -> create("r1", "nodes", "n1")).hasMessage("no such group 'n1'");
    group("n1");
    create("r1", "nodes", "n1");
    group("n1").set("rule", "r1");
    assertThatThrownBy(() -> call("DELETE " + ITEM, "rule", "r1"))
        .hasMessage("rule 'r1' is used by group 'n1'");
    assertThat(read("r1")).isNotEmpty();
  }

  @Test
  void aCheckSeesTheSectionBeforeAndAfterAndMayRefuseOrAdjustIt() {
    SectionType checked =
        SectionType.at("/cluster/mapping/dir/{id}")
            .check(
                change -> {
                  if (change.deletes()) {
                    throw RefusalException.failure("never");
                  }
                  if (change.alters("description")) {
                    change.section().set("description", change.section().text("description") + "!");
                  }
                });
    SectionRoutes.addTo(routes, checked);
    call("POST /cluster/mapping/dir", "id", "d1", "description", "a", "map", "node=pve,path=/a");
    assertThat(JsonCodec.object(call("GET /cluster/mapping/dir/{id}", "id", "d1")))
        .containsEntry("description", "a!");
    assertThatThrownBy(() -> call("DELETE /cluster/mapping/dir/{id}", "id", "d1"))
        .hasMessage("never");
  }

  @Test
  void settingsAlwaysExist() {
    SectionRoutes.addTo(
        routes, SectionType.settings("/nodes/{node}/config").digest().initially("x", "y"));
    String path = "/nodes/{node}/config";
    assertThat(JsonCodec.object(call("GET " + path, "node", "pve"))).containsOnlyKeys("digest");
    call("PUT " + path, "node", "pve", "startall-onboot-delay", "5", "description", "d");
    assertThat(JsonCodec.object(call("GET " + path, "node", "pve")))
        .containsEntry("startall-onboot-delay", 5L)
        .containsEntry("description", "d");
    assertThat(JsonCodec.object(call("GET " + path, "node", "other"))).containsOnlyKeys("digest");
  }

  @Test
  void anUpdateOfAReplacedTypeRemovesTheRest() {
    SectionRoutes.addTo(
        routes, SectionType.at("/nodes/{node}/network/{iface}").kindOption("type").replaced());
    String item = "/nodes/{node}/network/{iface}";
    call(
        "POST /nodes/{node}/network",
        "node",
        "pve",
        "iface",
        "vmbr1",
        "type",
        "bridge",
        "mtu",
        "1500");
    call("PUT " + item, "node", "pve", "iface", "vmbr1", "type", "bridge", "comments", "c");
    assertThat(JsonCodec.object(call("GET " + item, "node", "pve", "iface", "vmbr1")))
        .containsEntry("comments", "c")
        .containsEntry("type", "bridge")
        .doesNotContainKey("mtu");
  }
}
