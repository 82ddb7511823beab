package org.tipline.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tipline.moderation.ModerationSettings;

/** Time as the newsroom reads it: ages in words, moments by its own clock. */
@Component("newsroomTime")
class NewsroomTime {

  private static final DateTimeFormatter TODAY = pattern("HH:mm");
  private static final DateTimeFormatter THIS_YEAR = pattern("EEE d MMM, HH:mm");
  private static final DateTimeFormatter EARLIER = pattern("d MMM uuuu, HH:mm");

  private final Clock clock;
  private final ZoneId zone;
  private final TriageSettings settings;
  private final ModerationSettings moderation;

  NewsroomTime(Clock clock, ZoneId zone, TriageSettings settings, ModerationSettings moderation) {
    this.clock = clock;
    this.zone = zone;
    this.settings = settings;
    this.moderation = moderation;
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
      return "<1 min";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 2
        ? age.toHours() + " h " + age.toMinutesPart() + " min"
        : age.toDays() + " days";
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
      return TODAY.format(moment);
    }
    return (moment.getYear() == now.getYear() ? THIS_YEAR : EARLIER).format(moment);
  }

  private Duration sinceThen(Instant then) {
    return Duration.between(then, clock.instant());
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
