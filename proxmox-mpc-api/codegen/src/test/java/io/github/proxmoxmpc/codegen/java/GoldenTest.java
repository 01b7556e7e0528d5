package io.github.proxmoxmpc.codegen.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.codegen.schema.ApiSchema;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pins the sources that are generated for a set of representative operations. To accept a change,
 * run with {@code -Dgolden.update=true} and read the diff.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final String QEMU_CONFIG = "PUT /nodes/{node}/qemu/{vmid}/config";
  private static final Set<String> OF_QEMU_CONFIG =
      Set.of("node", "vmid", "net[n]", "ide[n]", "scsi[n]", "sshkeys", "tags");

  private static final Set<String> REPRESENTATIVE =
      Set.of(
          "GET /version", // no parameters, an enumeration in the result
          "GET /cluster/nextid", // a bare number
          "GET /cluster/acme/tos", // a string that may be null
          "PUT /access/acl", // a required string, a boolean called delete
          "GET /pools", // a list of objects that hold a list of objects
          "PUT /pools", // an identifier that is required
          "DELETE /pools", // a DELETE with a query
          "POST /cluster/mapping/pci", // an array of property strings
          "GET /nodes/{node}/hardware/pci/{pci-id-or-mapping}/mdev", // a parameter with hyphens
          "GET /cluster/sdn/fabrics/node/{fabric_id}/{node_id}", // two parameters in a row, oneOf
          "POST /nodes/{node}/qemu/{vmid}/status/start", // a task
          "POST /nodes/{node}/qemu/{vmid}/agent/ping", // a guest agent that may refuse
          "DELETE /nodes/{node}/storage/{storage}/content/{volume}", // a task, or none
          "POST /nodes/{node}/storage/{storage}/upload", // a file
          "PUT /nodes/{node}/lxc/{vmid}/config", // numbered parameters, the delete list
          "GET /nodes/{node}/lxc/{vmid}/config", // numbered fields
          "GET /nodes/{node}/journal", // a list of strings
          "POST /nodes/{node}/ceph/pools", // an operation that is gone
          "POST /storage", // gone parameters and values
          "GET /nodes/{node}/services/{service}", // a value in the path that is younger
          "GET /nodes/{node}/tasks/{upid}/log", // a list with its total, and the same in bytes
          "GET /nodes/{node}/replication/{id}/log", // the same result in another package
          QEMU_CONFIG); // property strings in variants, and gone keys

  @Test
  void theSourcesOfRepresentativeOperationsAreUnchanged() throws IOException {
    ApiSchema all = WholeApi.SCHEMA;
    List<ApiSchema.Operation> representative =
        all.operations().stream()
            .filter(each -> REPRESENTATIVE.contains(each.title()))
            .map(GoldenTest::shortened)
            .toList();
    assertThat(representative).hasSameSizeAs(REPRESENTATIVE);

    Map<String, String> generated =
        new TreeMap<>(
            ClientGenerator.generate(
                new ApiSchema(
                    all.release(),
                    representative,
                    all.formats(),
                    all.identifiers().subList(0, 1))));

    if (Boolean.getBoolean("golden.update")) {
      rewrite(generated);
    }
    assertThat(generated).containsExactlyEntriesOf(golden());
  }

  /** Shortens the longest request to its representative parameters. */
  private static ApiSchema.Operation shortened(ApiSchema.Operation whole) {
    if (!whole.title().equals(QEMU_CONFIG)) {
      return whole;
    }
    Map<String, TypeSchema> parameters = new LinkedHashMap<>(whole.parameters());
    parameters.keySet().retainAll(OF_QEMU_CONFIG);
    return new ApiSchema.Operation(
        whole.method(),
        whole.path(),
        whole.since(),
        whole.gone(),
        whole.tokenAllowed(),
        whole.permissions(),
        parameters,
        whole.returns());
  }

  private static Map<String, String> golden() throws IOException {
    Map<String, String> golden = new TreeMap<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = GOLDEN.relativize(file).toString().replace('\\', '/');
        golden.put(name.substring(0, name.length() - ".txt".length()), Files.readString(file));
      }
    }
    return golden;
  }

  private static void rewrite(Map<String, String> generated) throws IOException {
    for (String stale : golden().keySet()) {
      Files.delete(GOLDEN.resolve(stale + ".txt"));
    }
    for (Map.Entry<String, String> file : generated.entrySet()) {
      Path target = GOLDEN.resolve(file.getKey() + ".txt");
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
