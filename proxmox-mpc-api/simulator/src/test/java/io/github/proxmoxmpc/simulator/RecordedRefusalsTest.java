package io.github.proxmoxmpc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.simulator.junit.ProxmoxSimulatorExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads that Proxmox VE 9.2.11 refused, whatever else its configuration held. */
class RecordedRefusalsTest {
  @RegisterExtension
  static final ProxmoxSimulatorExtension PVE =
      ProxmoxSimulatorExtension.with(TestEstates.operations().build());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/cluster/acme/account/x1|400|Parameter verification failed.",
        "/cluster/acme/plugins/x1|500|ACME plugin 'x1' not defined",
        "/cluster/ha/groups/x1|500|cannot read group: ha groups have been migrated to rules",
        "/cluster/jobs/schedule-analyze?schedule=bogus+x|400|Parameter verification failed.",
        "/cluster/nextid?vmid=100|400|Parameter verification failed.",
        "/cluster/notifications/endpoints/gotify/x1|404|endpoint 'x1' not found",
        "/cluster/notifications/endpoints/sendmail/x1|404|endpoint 'x1' not found",
        "/cluster/notifications/endpoints/smtp/x1|404|endpoint 'x1' not found",
        "/cluster/notifications/endpoints/webhook/x1|404|endpoint 'x1' not found",
        "/cluster/notifications/matchers/x1|404|matcher 'x1' not found",
        "/cluster/replication/x1|400|Parameter verification failed.",
        "/cluster/resources?type=network|400|Parameter verification failed.",
        "/cluster/sdn/fabrics/fabric/x1|500|fabric 'x1' does not exist in configuration",
        "/nodes/pve1/replication/x1|400|Parameter verification failed.",
        "/pools/prod%2Fweb|501|Method 'GET /pools/prod/web' not implemented",
        "/nodes/pve1/qemu/100/snapshot/current/config|500|snapshot 'current' does not exist",
        "/nodes/pve1/lxc/200/snapshot/current/config|500|snapshot 'current' does not exist",
        "/nodes/pve1/qemu/101/agent/get-osinfo|500|No QEMU guest agent configured",
      })
  void aReadIsRefusedInTheRecordedWords(String target, int status, String reason) {
    ApiProbe.Response response = ApiProbe.asRoot(PVE.simulator()).call("GET", target, null);
    assertThat(response.status()).as("%s", response).isEqualTo(status);
    assertThat(response.reason()).isEqualTo(reason);
  }
}
