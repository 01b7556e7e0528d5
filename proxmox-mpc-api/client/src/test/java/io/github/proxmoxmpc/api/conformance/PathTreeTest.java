package io.github.proxmoxmpc.api.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.ProxmoxClient;
import io.github.proxmoxmpc.api.conformance.PathWalk.Found;
import io.github.proxmoxmpc.api.conformance.SchemaFile.Operation;
import io.github.proxmoxmpc.api.rest.ProxmoxApi;
import io.github.proxmoxmpc.api.rest.nodes.ceph.CephCfgRawPath;
import io.github.proxmoxmpc.api.rest.nodes.lxc.LxcClonePath;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuClonePath;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Compares what the path tree offers, and where that leads, with the schema file. */
class PathTreeTest {
  @Test
  void thePathTreeHasExactlyTheOperationsOfTheSchema() throws Exception {
    List<TreeVerb> wanted = new ArrayList<>();
    int forms = 0;
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      for (Operation operation : SchemaFile.everyOperation()) {
        Found found = PathWalk.find(PathWalk.root(client, operation), operation);
        TreeVerb verb = TreeVerb.of(found.place(), operation);
        wanted.add(verb);
        for (Method form : verb.shortForms()) {
          server.answer(ResultText.whole().of(operation.returns()));
          call(found.place(), form);
          assertThat(server.request().line()).startsWith(operation.method() + " ");
          assertThat(server.request().segments()).isEqualTo(found.segments());
          forms++;
        }
      }
    }
    System.out.printf("path tree: %d operations, %d short forms of verbs%n", wanted.size(), forms);
    assertThat(wanted).hasSize(678 + 18);
    assertThat(TreeVerb.all()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void aSegmentThatIsNamedLikeAMethodOfObjectKeepsItsName() throws Exception {
    try (RawServer server = new RawServer();
        ProxmoxClient client = server.client()) {
      ProxmoxApi api = client.api();
      assertThat(api.nodes("pve1").qemu(100).clone()).isInstanceOf(QemuClonePath.class);
      assertThat(api.nodes("pve1").lxc(200).clone()).isInstanceOf(LxcClonePath.class);
      assertThat(api.nodes("pve1").ceph().cfg().raw()).isInstanceOf(CephCfgRawPath.class);
    }
  }

  /** With nothing that anybody looks at. */
  private static void call(Object place, Method form) throws Exception {
    Object result =
        form.getParameterCount() == 0
            ? Verbs.invoke(place, form)
            : Verbs.invoke(place, form, Verbs.UNCHECKED);
    Verbs.close(
        result instanceof CompletableFuture<?> future ? future.get(30, TimeUnit.SECONDS) : result);
  }
}
