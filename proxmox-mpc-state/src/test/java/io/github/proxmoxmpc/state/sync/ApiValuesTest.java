package io.github.proxmoxmpc.state.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument;
import io.github.proxmoxmpc.state.infrastructure.ConfigDocument.RawLine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiValuesTest {
  private static JsonObject json(String text) {
    return (JsonObject) JsonValue.parse(text.replace('\'', '"'));
  }

  @Test
  void scalarsBecomeTextAsTheyWereWritten() {
    ConfigDocument config =
        ApiValues.guestConfig(
            json(
                "{'memory':'128','cores':2,'cpulimit':1.50,'big':9223372036854775807,'onboot':true,"
                    + "'kvm':false,'empty':'','none':null,'digest':'abc'}"));
    assertThat(config.values())
        .isEqualTo(
            Map.of(
                "memory", "128",
                "cores", "2",
                "cpulimit", "1.50",
                "big", "9223372036854775807",
                "onboot", "1",
                "kvm", "0",
                "empty", ""));
    assertThat(config.digest()).isEqualTo("abc");
    assertThat(config.rawLines()).isEmpty();
  }

  @Test
  void rawLinesOfAContainerKeepTheirOrderAndRepetition() {
    ConfigDocument config =
        ApiValues.guestConfig(
            json(
                "{'hostname':'ct','lxc':[['lxc.idmap','u 0 1 2'],['lxc.cap.drop',''],"
                    + "['lxc.idmap','g 0 1 2'],['odd'],['lxc.n',5]]}"));
    assertThat(config.rawLines())
        .containsExactly(
            new RawLine("lxc.idmap", "u 0 1 2"),
            new RawLine("lxc.cap.drop", ""),
            new RawLine("lxc.idmap", "g 0 1 2"),
            new RawLine("lxc.n", "5"));
    assertThat(config.values()).containsOnlyKeys("hostname");
    assertThat(config.digest()).isNull();
  }

  @Test
  void listsInRandomOrderReadTheSame() {
    assertThat(
            ApiValues.storageConfig(
                json(
                    "{'storage':'s','type':'dir','digest':'d','content':'iso,backup','nodes':'b,a',"
                        + "'prune-backups':{'keep-last':'3','keep-daily':7},'options':'b,a',"
                        + "'password':'hunter2','shared':1}")))
        .isEqualTo(
            Map.of(
                "content", "backup,iso",
                "nodes", "a,b",
                "prune-backups", "keep-daily=7,keep-last=3",
                "options", "b,a",
                "shared", "1"))
        .isEqualTo(
            ApiValues.storageConfig(
                json(
                    "{'type':'dir','content':'backup,iso','nodes':'a,b','storage':'s','options':'b,a',"
                        + "'prune-backups':{'keep-daily':'7','keep-last':3},'shared':'1'}")));
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "1|true",
        "0|false",
        "enabled=1|true",
        "enabled=0|false",
        "1,fstrim_cloned_disks=1|true",
        "fstrim_cloned_disks=1,enabled=1|true",
        "type=virtio,0|false",
        "type=virtio|false",
        "on|true",
        "''|false"
      },
      delimiter = '|')
  void theAgentOptionTurnsTheAgentOn(String option, boolean enabled) {
    assertThat(AgentOption.isEnabled(option)).isEqualTo(enabled);
    assertThat(AgentOption.isEnabled(null)).isFalse();
  }
}
