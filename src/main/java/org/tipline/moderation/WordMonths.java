package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The months that searched words are kept in: one table each. */
@Repository
class WordMonths {

  private final JdbcClient jdbc;
  private final Set<YearMonth> opened = ConcurrentHashMap.newKeySet();

  WordMonths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes the month's table if it is not there, under a lock since two instances may want it at
   * once. Only the caller's commit makes it last, so that it is asked for again after a rollback.
   */
  void open(YearMonth month) {
    if (opened.contains(month)) {
      return;
    }
    if (exists(month)) {
      opened.add(month);
      return;
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtext('tip_words'))").query().singleRow();
    jdbc.sql(
            "create table if not exists %s partition of tip_words for values from ('%s') to ('%s')"
                .formatted(table(month), start(month), start(month.plusMonths(1))))
        .update();
  }

  private boolean exists(YearMonth month) {
    return jdbc.sql("select to_regclass(?) is not null")
        .param(table(month))
        .query(Boolean.class)
        .single();
  }

  /** {@code tip_words_2026_11}. */
  private static String table(YearMonth month) {
    return "tip_words_%d_%02d".formatted(month.getYear(), month.getMonthValue());
  }

  static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When the oldest searched tip was opened, empty while there is none. */
  Optional<Instant> oldest() {
    return end("asc");
  }

  /** When the newest searched tip was opened, empty while there is none. */
  Optional<Instant> newest() {
    return end("desc");
  }

  private Optional<Instant> end(String order) {
    return jdbc.sql("select opened_at from tip_words order by opened_at " + order + " limit 1")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
