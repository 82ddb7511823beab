package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipline.account.SeatRole;
import org.tipline.moderation.ModerationSettings;

class NewsroomTimeTests {

  private static final Instant NOW = Instant.parse("2026-11-23T21:30:00Z");

  private final NewsroomTime time = in("en");

  private static NewsroomTime in(String language) {
    return new NewsroomTime(
        Clock.fixed(NOW, ZoneOffset.UTC),
        ZoneId.of("Africa/Nairobi"),
        new TriageSettings(Duration.ofMinutes(10), Duration.ofMinutes(20), 50, 500),
        new ModerationSettings(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO),
        SpokenTexts.in(language));
  }

  @ParameterizedTest
  @CsvSource({
    "-PT5S, <1 min",
    "PT59S, <1 min",
    "PT1M, 1 min",
    "PT59M59S, 59 min",
    "PT1H, 1 h 0 min",
    "PT47H59M, 47 h 59 min",
    "PT48H, 2 days",
    "P400D, 400 days"
  })
  void ageIsInWords(Duration age, String words) {
    assertThat(time.age(NOW.minus(age))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"PT9M59S, ''", "PT10M, amber", "PT19M59S, amber", "PT20M, red", "P3D, red"})
  void waitingTurnsAmberAndThenRed(Duration age, String tone) {
    assertThat(time.tone(NOW.minus(age), desk(null, null))).isEqualTo(tone);
  }

  @Test
  void deskMayHaveTimesOfItsOwn() {
    var quick = desk(60, 120);
    assertThat(time.tone(NOW.minusSeconds(59), quick)).isEmpty();
    assertThat(time.tone(NOW.minusSeconds(60), quick)).isEqualTo("amber");
    assertThat(time.tone(NOW.minusSeconds(120), quick)).isEqualTo("red");
  }

  private static Around.Line desk(@Nullable Integer amber, @Nullable Integer red) {
    return new Around.Line("news", "News", SeatRole.EDITOR, 0, null, null, amber, red, List.of());
  }

  @Test
  void momentsAreToldByTheNewsroomsClock() {
    // half past midnight in Nairobi
    assertThat(time.of(NOW)).isEqualTo("00:30");
    assertThat(time.of(Instant.parse("2026-11-23T20:59:00Z"))).isEqualTo("Mon 23 Nov, 23:59");
    assertThat(time.of(Instant.parse("2025-12-31T21:00:00Z"))).isEqualTo("Thu 1 Jan, 00:00");
    assertThat(time.of(Instant.parse("2025-12-31T20:00:00Z"))).isEqualTo("31 Dec 2025, 23:00");
  }

  @Test
  void swahiliSpeakersReadTimeInKiswahili() {
    var time = in("sw");
    assertThat(time.age(NOW.minus(Duration.ofMinutes(23)))).isEqualTo("dakika 23");
    assertThat(time.age(NOW.minus(Duration.ofMinutes(125)))).isEqualTo("saa 2 dakika 5");
    assertThat(time.of(Instant.parse("2026-11-23T20:59:00Z"))).isEqualTo("Jumatatu 23 Nov, 23:59");
  }
}
