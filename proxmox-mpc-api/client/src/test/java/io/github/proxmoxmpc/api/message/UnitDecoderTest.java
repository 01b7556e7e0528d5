package io.github.proxmoxmpc.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.proxmoxmpc.api.error.MalformedResponseException;
import io.github.proxmoxmpc.api.json.JsonObject;
import io.github.proxmoxmpc.api.json.JsonValue;
import io.github.proxmoxmpc.api.value.ByteSize;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitDecoderTest {
  @Test
  void secondsAreReadWithTheirFractionInAnySpelling() {
    assertThat(UnitDecoder.SECONDS.read(JsonValue.parse("1.5"), "x")).hasMillis(1500);
    assertThat(UnitDecoder.SECONDS.read(JsonValue.parse("\"60\""), "x")).hasMinutes(1);
    assertThat(UnitDecoder.SECONDS.read(JsonValue.parse("-0.25"), "x"))
        .isEqualTo(Duration.ofMillis(-250));
    assertThat(UnitDecoder.MINUTES.read(JsonValue.parse("180"), "x"))
        .isEqualTo(Duration.ofHours(3));
  }

  @Test
  void timesAreReadFromSecondsAndFromNanoseconds() {
    Instant time = Instant.parse("2026-11-25T12:00:00Z");
    assertThat(UnitDecoder.EPOCH_SECONDS.read(JsonValue.parse("1795608000"), "x")).isEqualTo(time);
    assertThat(UnitDecoder.EPOCH_NANOSECONDS.read(JsonValue.parse("1795608000000000001"), "x"))
        .isEqualTo(time.plusNanos(1));
  }

  @Test
  void aByteCountMayBeAnAverage() {
    assertThat(UnitDecoder.BYTES.read(JsonValue.parse("1048576.9"), "x"))
        .isEqualTo(ByteSize.ofMebibytes(1));
    assertThat(UnitDecoder.BYTES.read(JsonValue.parse("\"9223372036854775807\""), "x").bytes())
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void zeroMeansNeverOnlyInSomeFields() {
    Holder zero = new Holder((JsonObject) JsonValue.parse("{\"expire\":0,\"uptime\":\"0\"}"));
    assertThat(zero.expire()).isNull();
    assertThat(zero.uptime()).isEqualTo(Duration.ZERO);
    assertThat(zero.raw().has("expire")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "\"\"", "\"soon\"", "[]", "1e30"})
  void hugeNumbersAreRejectedAtOnce(String json) {
    JsonValue value = JsonValue.parse(json);
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> UnitDecoder.BYTES.read(value, "size"))
        .withMessageContaining("size: expected a number of bytes");
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> UnitDecoder.EPOCH_SECONDS.read(value, "time"));
  }

  private static final class Holder extends ApiResult {
    Holder(JsonObject raw) {
      super(raw);
    }

    @Nullable Instant expire() {
      return optional("expire", UnitDecoder.EPOCH_SECONDS_UNLESS_ZERO);
    }

    @Nullable Duration uptime() {
      return optional("uptime", UnitDecoder.SECONDS);
    }
  }

  @Test
  void aTimeOutOfRangeIsReportedAsMalformed() {
    JsonValue beyond = JsonValue.parse("31556889864403200");
    assertThatExceptionOfType(MalformedResponseException.class)
        .isThrownBy(() -> UnitDecoder.EPOCH_SECONDS.read(beyond, "expire"))
        .withMessageContaining("expire: expected seconds since the epoch");
  }
}
