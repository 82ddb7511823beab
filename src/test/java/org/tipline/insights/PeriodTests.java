package org.tipline.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTests {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void dayWithoutAnHourHasTwentyThree() {
    var spring = LocalDate.of(2026, 3, 29);
    assertThat(new Period(spring, spring, BERLIN).steps(Instant.MAX)).hasSize(23);
  }

  @Test
  void longPeriodGoesDayByDay() {
    var year = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), BERLIN);
    assertThat(year.steps(Instant.MAX))
        .hasSize(365)
        .contains(Instant.parse("2026-07-01T22:00:00Z"));
  }

  @Test
  void whatIsStillToComeIsNotThere() {
    var day = LocalDate.of(2026, 11, 25);
    var steps = new Period(day, day, BERLIN).steps(Instant.parse("2026-11-25T09:30:00Z"));
    assertThat(steps).hasSize(11).last().isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
  }
}
