package io.github.proxmoxmpc.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class ByteSizeTest {
  @Test
  void itPrintsWithAReadableUnit() {
    assertThat(ByteSize.ofBytes(1023)).hasToString("1023 B");
    assertThat(ByteSize.ofMebibytes(1536)).hasToString("1.5 GiB");
    assertThat(ByteSize.ofBytes(-1024)).hasToString("-1 KiB");
    assertThat(ByteSize.ofBytes(Long.MAX_VALUE)).hasToString("8 EiB");
    assertThat(ByteSize.ofBytes(Long.MIN_VALUE)).hasToString("-8 EiB");
  }

  @Test
  void itCountsInPowersOf1024() {
    assertThat(ByteSize.ofGibibytes(2).bytes()).isEqualTo(2_147_483_648L);
    assertThat(ByteSize.ofGibibytes(2).toMebibytes()).isEqualTo(2048);
    assertThat(ByteSize.ofMebibytes(2047).toGibibytes()).isEqualTo(1);
    assertThat(ByteSize.ofMebibytes(1)).isGreaterThan(ByteSize.ofBytes(1_000_000));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ByteSize.ofGibibytes(Long.MAX_VALUE));
  }
}
