package io.github.proxmoxmpc.api.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiskResizeTest {
  @ParameterizedTest
  @CsvSource({"64G,64G", "+10G,+10G", "1.5T,1536G", "+1048576,+1M", "0,0", "+0.5K,+512"})
  void itIsWrittenAsTheServerReadsIt(String text, String written) {
    assertThat(DiskResize.of(text)).hasToString(written);
  }

  @Test
  void aSizeIsAbsoluteOrAnIncrement() {
    DiskSize size = DiskSize.of("10GiB");
    assertThat(DiskResize.to(size)).hasToString("10G").isEqualTo(DiskResize.of("10240M"));
    assertThat(DiskResize.by(size)).hasToString("+10G").isNotEqualTo(DiskResize.to(size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "-1G", "10GiB", "1G ", "1P", "++1G", "1G\n"})
  void aSizeThatTheServerRejectsIsRejected(String text) {
    assertThatThrownBy(() -> DiskResize.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("+10G");
  }
}
