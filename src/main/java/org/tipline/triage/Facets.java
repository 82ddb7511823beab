package org.tipline.triage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.Tags;
import org.tipline.moderation.TipFacets;
import org.tipline.submission.Language;

/** Reads what the form of filters says into what the queue understands. */
@Component
class Facets {

  /** Years that every clock and table between here and there can hold. */
  private static final Pattern DAY = Pattern.compile("20\\d{2}-\\d{2}-\\d{2}");

  private final ZoneId zone;

  Facets(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * What narrows the list beside its state, medium, desk and words.
   *
   * @throws BadFilter when something in it cannot be
   */
  TipFacets read(QueueQuery query) {
    var from = start(query.since(), 0);
    var before = start(query.upto(), 1);
    if (from != null && before != null && !from.isBefore(before)) {
      throw new BadFilter("desk.filter.days");
    }
    return new TipFacets(
        tag(query.tagged()),
        "nobody".equals(query.holder()),
        media(query.media()),
        language(query.language()),
        from,
        before);
  }

  private @Nullable Instant start(@Nullable String day, int days) {
    if (day == null) {
      return null;
    }
    if (!DAY.matcher(day).matches()) {
      throw new BadFilter("desk.filter.day", day);
    }
    try {
      return LocalDate.parse(day).plusDays(days).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new BadFilter("desk.filter.day", day);
    }
  }

  private static @Nullable String tag(@Nullable String typed) {
    if (typed == null) {
      return null;
    }
    var tag = Tags.normal(typed);
    if (tag.length() > Tags.LONGEST) {
      throw new BadFilter("desk.filter.tag", Tags.LONGEST);
    }
    return tag;
  }

  private static boolean media(@Nullable String word) {
    if (word != null && !word.equals("yes")) {
      throw new BadFilter("desk.filter.media", word);
    }
    return word != null;
  }

  private static @Nullable Language language(@Nullable String token) {
    if (token == null) {
      return null;
    }
    return Language.ofToken(token).orElseThrow(() -> new BadFilter("desk.filter.language", token));
  }

  /** The colleague who holds them; null: it is not about one. */
  static @Nullable UUID colleague(@Nullable String holder) {
    if (holder == null || holder.equals("nobody") || holder.equals("me")) {
      return null;
    }
    try {
      return UUID.fromString(holder);
    } catch (IllegalArgumentException e) {
      throw new BadFilter("desk.filter.holder");
    }
  }
}
