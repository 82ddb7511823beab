package org.tipline.insights;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads which days are meant. */
@Component
public class Periods {

  private static final int MOST_DAYS = 366;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final MessageSource words;
  private final Clock clock;
  private final ZoneId zone;

  Periods(MessageSource words, Clock clock, ZoneId zone) {
    this.words = words;
    this.clock = clock;
    this.zone = zone;
  }

  /** Today and the days before it, {@code days} in all. */
  public Period last(int days) {
    return new Period(today().minusDays(days - 1L), today(), zone);
  }

  /**
   * From one day to another, both as {@code 2026-11-25}; with neither the last seven.
   *
   * @throws BadPeriod when they are no days, the wrong way round, ahead, or more than 366
   */
  public Period read(@Nullable String from, @Nullable String to) {
    if (from == null && to == null) {
      return last(7);
    }
    var first = day(from);
    var last = day(to);
    require(!last.isBefore(first), "insights.bad.order");
    require(!last.isAfter(today()), "insights.bad.ahead");
    require(!first.isBefore(FIRST), "insights.bad.day");
    var period = new Period(first, last, zone);
    require(period.days() <= MOST_DAYS, "insights.bad.long");
    return period;
  }

  private LocalDate day(@Nullable String written) {
    try {
      return LocalDate.parse(Optional.ofNullable(written).orElse("").strip());
    } catch (DateTimeException e) {
      throw bad("insights.bad.day");
    }
  }

  private void require(boolean isGood, String otherwise) {
    if (!isGood) {
      throw bad(otherwise);
    }
  }

  private BadPeriod bad(String key) {
    return new BadPeriod(words.getMessage(key, null, language()));
  }

  private static Locale language() {
    return LocaleContextHolder.getLocale();
  }

  private LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }
}
