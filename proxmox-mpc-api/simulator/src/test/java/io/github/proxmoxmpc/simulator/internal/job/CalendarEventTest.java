package io.github.proxmoxmpc.simulator.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {
  // A Sunday.
  private static final Instant START = Instant.parse("2026-11-22T02:21:30Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/15 | 2026-11-22T02:30:00Z",
        "sat 02:30 | 2026-11-28T02:30:00Z",
        "mon..fri 22:00 | 2026-11-23T22:00:00Z",
        "sat,sun 04:05 | 2026-11-22T04:05:00Z",
        "*-*-* 02:21 | 2026-11-23T02:21:00Z",
        "*-*-1 0:0 | 2026-12-01T00:00:00Z",
        "2027-2..3-29 12:00 | 2027-03-29T12:00:00Z",
        "fri..mon 8..17:0/30 | 2026-11-22T08:00:00Z",
        "hourly | 2026-11-22T03:00:00Z",
        "daily | 2026-11-23T00:00:00Z",
        "weekly | 2026-11-23T00:00:00Z",
        "yearly | 2027-01-01T00:00:00Z",
      })
  void theNextRunIsTheFirstTimeThatMatches(String schedule, Instant expected) {
    assertThat(CalendarEvent.parse(schedule).next(START.getEpochSecond()))
        .hasValue(expected.getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "25:00", "mon..xyz 1:00", "x:y", "12:60"})
  void aTextThatIsNoScheduleIsRefused(String schedule) {
    assertThatThrownBy(() -> CalendarEvent.parse(schedule))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDateThatNeverComesHasNoNextRun() {
    assertThat(CalendarEvent.parse("*-2-30 0:0").next(START.getEpochSecond())).isEmpty();
  }
}
