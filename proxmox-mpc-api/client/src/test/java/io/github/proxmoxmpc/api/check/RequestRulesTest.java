package io.github.proxmoxmpc.api.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.proxmoxmpc.api.error.InvalidRequestException;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.identifier.VmId;
import io.github.proxmoxmpc.api.rest.nodes.qemu.QemuPostRequest;
import io.github.proxmoxmpc.api.rest.pools.PoolsGetRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

  @Test
  void everyFaultIsNamedAtOnce() {
    InvalidRequestException refused =
        catchThrowableOfType(
            InvalidRequestException.class,
            () ->
                QemuPostRequest.builder(VmId.of(100))
                    .name("not a host name")
                    .memory("64")
                    .cores(0)
                    .with("vmid", "7")
                    .build());

    assertThat(refused.faults())
        .extracting(Fault::parameter)
        .containsExactlyInAnyOrder("vmid", "name", "cores");
    assertThat(refused)
        .hasMessageStartingWith("POST /nodes/{node}/qemu was not sent: ")
        .hasMessageContaining("'cores' must be at least 1");
  }

  @Test
  void aMissingParameterAndOneThatNeedsAnotherAreFaults() {
    assertThatThrownBy(
            () ->
                RequestRules.of("PUT /pools", List.of(), Rule.string("poolid").required())
                    .check(Map.of()))
        .hasMessageContaining("'poolid' is required and was not set");
    assertThatThrownBy(() -> PoolsGetRequest.builder().with("type", "qemu").build())
        .hasMessageContaining("'type' needs 'poolid' to be set as well");
  }

  @Test
  void aNumberedParameterHasTheRuleOfItsKind() {
    RequestRules rules =
        RequestRules.of("PUT /x", List.of(), Rule.string("net[n]").maximumLength(3));

    assertThatThrownBy(() -> rules.check(Map.of("net12", List.of("long"))))
        .hasMessageContaining("'net12' must have at most 3 characters");
  }

  @Test
  void thePatternOfTheServerIsSearchedForAsPerlDoes() {
    // m/^ide\\d+|sata\\d+$/: the alternation escapes the anchors, and a last line feed is let
    // through.
    Rule rule = Rule.string("x").pattern("ide\\d+|sata\\d+");

    assertThat(rule.fault("ide0 and more")).isNull();
    assertThat(rule.fault("more sata1\n")).isNull();
    assertThat(rule.fault("more ide0")).isNotNull();
  }

  @Test
  void checksCanBeLeftToTheServer() {
    assertThatCode(() -> PoolsGetRequest.builder().with("type", "new").unchecked().build())
        .doesNotThrowAnyException();
  }

  @Test
  void whatIsNotKnownIsLeftToTheServer() {
    assertThatCode(() -> PoolsGetRequest.builder().with("newer", "x").build())
        .doesNotThrowAnyException();
  }
}
