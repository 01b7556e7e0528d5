package io.github.proxmoxmpc.simulator.internal.job;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * A schedule in the subset of systemd's calendar events that Proxmox VE reads: {@code mon..fri
 * 22:00}, {@code *-*-* 02:30}, {@code *&#47;15}, {@code daily}. The times are in UTC.
 */
final class CalendarEvent {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final Map<String, String> WORDS =
      Map.of(
          "minutely", "*:*",
          "hourly", "*:0",
          "daily", "0:0",
          "weekly", "mon 0:0",
          "monthly", "*-*-1 0:0",
          "quarterly", "*-1,4,7,10-1 0:0",
          "semiannually", "*-1,7-1 0:0",
          "yearly", "*-1-1 0:0",
          "annually", "*-1-1 0:0");
  private static final int LAST_YEAR = 2200;
  private static final int DAYS_AHEAD = 366 * 9;

  private Set<Integer> weekdays = range(1, 7);
  private Set<Integer> years = Set.of();
  private Set<Integer> months = range(1, 12);
  private Set<Integer> days = range(1, 31);
  private Set<Integer> hours = Set.of(0);
  private Set<Integer> minutes = Set.of(0);

  private CalendarEvent() {}

  /**
   * Reads a schedule.
   *
   * @throws IllegalArgumentException if it is not one; the message has the server's words
   */
  static CalendarEvent parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    CalendarEvent event = new CalendarEvent();
    for (String part : WORDS.getOrDefault(lower, lower).split("\\s+")) {
      try {
        event.read(part);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("unable to parse '" + part + "'", e);
      }
    }
    return event;
  }

  private void read(String part) {
    if (part.contains(":")) {
      String[] time = part.split(":", -1);
      hours = values(time[0], 0, 23);
      minutes = values(time[1], 0, 59);
    } else if (part.contains("-")) {
      String[] date = part.split("-", -1);
      int shift = date.length - 2;
      if (shift == 1 && !date[0].equals("*")) {
        years = values(date[0], 1970, LAST_YEAR);
      }
      months = values(date[shift], 1, 12);
      days = values(date[shift + 1], 1, 31);
    } else if (Character.isDigit(part.charAt(0)) || part.startsWith("*")) {
      hours = range(0, 23);
      minutes = values(part, 0, 59);
    } else {
      weekdays = weekdays(part);
    }
  }

  private static Set<Integer> weekdays(String part) {
    Set<Integer> found = new TreeSet<>();
    for (String item : part.split(",", -1)) {
      String[] ends = item.split("\\.\\.", -1);
      int first = weekday(ends[0]);
      int last = weekday(ends[ends.length - 1]);
      for (int day = first; day <= (last < first ? last + 7 : last); day++) {
        found.add((day - 1) % 7 + 1);
      }
    }
    return found;
  }

  private static int weekday(String name) {
    int index = name.length() < 3 ? -1 : DAYS.indexOf(name.substring(0, 3));
    if (index < 0 || !DayOfWeek.of(index + 1).name().toLowerCase(Locale.ROOT).startsWith(name)) {
      throw new IllegalArgumentException("unable to parse weekday: '" + name + "'");
    }
    return index + 1;
  }

  /** Reads a list of {@code 5}, {@code 1..5}, {@code *} and {@code 0/15}. */
  private static Set<Integer> values(String text, int lowest, int highest) {
    Set<Integer> found = new TreeSet<>();
    for (String item : text.split(",", -1)) {
      String[] repeated = item.split("/", -1);
      String[] ends = repeated[0].split("\\.\\.", -1);
      boolean isAny = repeated[0].equals("*");
      int first = isAny ? lowest : Integer.parseInt(ends[0]);
      int last = isAny ? highest : Integer.parseInt(ends[ends.length - 1]);
      if (repeated.length > 1 && ends.length == 1) {
        last = highest;
      }
      if (first < lowest || last > highest) {
        throw new IllegalArgumentException("value '" + item + "' out of range");
      }
      int step = repeated.length > 1 ? Integer.parseInt(repeated[1]) : 1;
      for (int value = first; value <= last && step > 0; value += step) {
        found.add(value);
      }
    }
    return found;
  }

  private static Set<Integer> range(int first, int last) {
    return values(first + ".." + last, first, last);
  }

  /** Returns the first time after another one, in seconds since 1970; empty if there is none. */
  OptionalLong next(long after) {
    LocalDateTime start =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(after - after % 60 + 60), ZoneOffset.UTC);
    LocalDate date = start.toLocalDate();
    for (int i = 0; i < DAYS_AHEAD; i++, date = date.plusDays(1)) {
      if (!includes(date)) {
        continue;
      }
      for (int hour : hours) {
        for (int minute : minutes) {
          LocalDateTime time = date.atTime(hour, minute);
          if (!time.isBefore(start)) {
            return OptionalLong.of(time.toEpochSecond(ZoneOffset.UTC));
          }
        }
      }
    }
    return OptionalLong.empty();
  }

  private boolean includes(LocalDate date) {
    return weekdays.contains(date.getDayOfWeek().getValue())
        && months.contains(date.getMonthValue())
        && days.contains(date.getDayOfMonth())
        && (years.isEmpty() || years.contains(date.getYear()));
  }

  /** Returns the sets, for debugging. */
  @Override
  public String toString() {
    return Arrays.asList(weekdays, months, days, hours, minutes).toString();
  }
}
