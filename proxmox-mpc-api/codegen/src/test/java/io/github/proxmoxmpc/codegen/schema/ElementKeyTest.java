package io.github.proxmoxmpc.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT /pools",
        "PUT /pools ? vms",
        "PUT /pools ? vms = a = b",
        "PUT /pools ? net[n] . model",
        "PUT /pools ? net[n] . model = ne2k . pci"
      })
  void aParsedKeyIsWrittenUnchanged(String text) {
    assertThat(ElementKey.parse(text)).hasToString(text);
  }

  @Test
  void aKeyIsParsedIntoItsParts() {
    assertThat(ElementKey.parse("PUT /pools ? net[n] . model = ne2k"))
        .isEqualTo(
            ElementKey.of("PUT /pools")
                .withParameter("net[n]")
                .withPart("model")
                .withValue("ne2k"));
    assertThat(ElementKey.parse("PUT /pools ? vms = a"))
        .isEqualTo(ElementKey.of("PUT /pools").withParameter("vms").withValue("a"));
  }
}
