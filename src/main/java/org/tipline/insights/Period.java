package org.tipline.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that are looked back at, by the newsroom's clock.
 *
 * @param from the first of them
 * @param to the last of them, which counts whole
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

  private static final int MOST_DAYS_BY_HOUR = 7;

  Instant start() {
    return from.atStartOfDay(zone).toInstant();
  }

  /** Not of the period any more. */
  Instant end() {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Hour by hour in up to seven days, else day by day. */
  public boolean isByHour() {
    return days() <= MOST_DAYS_BY_HOUR;
  }

  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** As PostgreSQL's {@code date_trunc} has it. */
  String step() {
    return isByHour() ? "hour" : "day";
  }

  /** When each step begins that has begun by then. */
  List<Instant> steps(Instant now) {
    return Stream.iterate(from.atStartOfDay(zone), this::isBeforeEnd, this::next)
        .map(ZonedDateTime::toInstant)
        .takeWhile(step -> !step.isAfter(now))
        .toList();
  }

  private boolean isBeforeEnd(ZonedDateTime step) {
    return step.toInstant().isBefore(end());
  }

  private ZonedDateTime next(ZonedDateTime step) {
    return isByHour() ? step.plusHours(1) : step.toLocalDate().plusDays(1).atStartOfDay(zone);
  }
}
