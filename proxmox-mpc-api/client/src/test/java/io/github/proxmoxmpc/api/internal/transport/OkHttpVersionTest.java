package io.github.proxmoxmpc.api.internal.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpVersionTest {
  @Test
  @Tag("U03")
  void theOkHttpOfTheBuildIsAccepted() {
    assertThatCode(OkHttpVersion::require5).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @Tag("U03")
  @ValueSource(strings = {"4.12.0", "3.14.9", "3 or older", "50.0"})
  void anotherMajorVersionIsRefusedWithBothArtifactsAndTheRemedy(String version) {
    assertThatThrownBy(() -> OkHttpVersion.requireSupported(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("OkHttp " + version)
        .hasMessageContaining("com.squareup.okhttp3:okhttp, file:/")
        .hasMessageContaining("com.squareup.okhttp3:okhttp-jvm")
        .hasMessageContaining("Remove your dependency");
  }
}
