package org.tipline.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often Tipline answers one reader by itself. One statement on one row decides, so that two
 * instances never both say yes.
 */
@Repository
class AnswerLimits {

  private static final Duration DAY = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;

  AnswerLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether it may be said once more; a yes counts. */
  boolean allow(UUID reader, ReplyKind kind) {
    var now = clock.instant();
    return jdbc.sql(
                """
                insert into answer_limits (reader_id, kind, since, answers)
                values (:reader, :kind, :now, 1)
                on conflict (reader_id, kind) do update set
                  since = case when answer_limits.since <= :over then :now
                    else answer_limits.since end,
                  answers = case when answer_limits.since <= :over then 1
                    else answer_limits.answers + 1 end
                where answer_limits.since <= :over or answer_limits.answers < :most
                """)
            .param("reader", reader)
            .param("kind", kind.name())
            .param("now", Timestamp.from(now))
            .param("over", Timestamp.from(now.minus(period(kind))))
            .param("most", most(kind))
            .update()
        == 1;
  }

  private static Duration period(ReplyKind kind) {
    return kind == ReplyKind.STATUS ? Duration.ofHours(1) : DAY;
  }

  /** In a period: enough for a person, too few for two machines to keep each other busy. */
  private static int most(ReplyKind kind) {
    return switch (kind) {
      case STATUS -> 5;
      case OPT_OUT -> 4;
      default -> 1;
    };
  }
}
