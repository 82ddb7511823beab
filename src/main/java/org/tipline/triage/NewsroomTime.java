package org.tipline.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;
import org.tipline.moderation.ModerationSettings;

/** Time as the newsroom reads it: ages in words, moments by its own clock. */
@Component("newsroomTime")
class NewsroomTime {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter THIS_YEAR =
      DateTimeFormatter.ofPattern("EEE d MMM, HH:mm");
  private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm");

  private final Clock clock;
  private final ZoneId zone;
  private final TriageSettings settings;
  private final ModerationSettings moderation;
  private final Texts texts;

  NewsroomTime(
      Clock clock,
      ZoneId zone,
      TriageSettings settings,
      ModerationSettings moderation,
      Texts texts) {
    this.clock = clock;
    this.zone = zone;
    this.settings = settings;
    this.moderation = moderation;
    this.texts = texts;
  }

  /** For how long an act can be undone. */
  public long undoSeconds() {
    return moderation.undoWindow().toSeconds();
  }

  /**
   * {@code 23 min}, {@code 2 h 5 min}, {@code 3 days}; a moment ahead of our clock is {@code <1
   * min}.
   */
  public String age(Instant since) {
    var age = sinceThen(since);
    if (age.toMinutes() < 1) {
      return texts.of("desk.age.now");
    }
    if (age.toHours() < 1) {
      return texts.of("desk.age.minutes", age.toMinutes());
    }
    return age.toDays() < 2
        ? texts.of("desk.age.hours", age.toHours(), age.toMinutesPart())
        : texts.of("desk.age.days", age.toDays());
  }

  /** {@code red}, {@code amber} or nothing: how a tip looks that waits at a desk since then. */
  public String tone(Instant since, Around.Line desk) {
    var seconds = sinceThen(since).toSeconds();
    if (seconds >= red(desk)) {
      return "red";
    }
    return seconds >= amber(desk) ? "amber" : "";
  }

  /** Seconds until a tip at that desk turns amber. */
  public long amber(Around.Line desk) {
    return desk.amber() == null ? settings.amber().toSeconds() : desk.amber();
  }

  /** Seconds until a tip at that desk turns red. */
  public long red(Around.Line desk) {
    return desk.red() == null ? settings.red().toSeconds() : desk.red();
  }

  /** {@code 14:02}, with its day where that is not today. */
  public String of(Instant at) {
    var moment = at.atZone(zone);
    var now = clock.instant().atZone(zone);
    if (moment.toLocalDate().equals(now.toLocalDate())) {
      return words(TODAY, moment);
    }
    return words(moment.getYear() == now.getYear() ? THIS_YEAR : EARLIER, moment);
  }

  private Duration sinceThen(Instant then) {
    return Duration.between(then, clock.instant());
  }

  private String words(DateTimeFormatter pattern, ZonedDateTime moment) {
    return pattern.withLocale(texts.language()).format(moment);
  }
}
