package org.tipline.insights;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;
import org.tipline.moderation.ModerationSettings;

/**
 * The decisions of a period that were not taken back, as rows {@code standing (action, detail)}.
 */
@Component
class Decisions {

  /** What was taken back was so at once: the same act of the same tip, within the time for it. */
  private static final String STANDING =
      """
      with undone as (
        select tip_id, at, detail from tip_history
        where action = 'undid' and at >= :start and at < cast(:end as timestamptz) + cast(:stands as interval)),
      standing as (
        select h.action, h.detail from tip_history h join tips t on t.id = h.tip_id
        where h.action in ('accepted', 'rejected', 'marked as spam', 'published', 'reopened')
          and h.at >= :start and h.at < :end and t.desk_id = any(:desks)
          and not exists (
            select from undone u where u.tip_id = h.tip_id and u.detail = h.action
              and u.at >= h.at and u.at < h.at + cast(:stands as interval)))
      """;

  private final JdbcClient jdbc;
  private final ModerationSettings settings;

  Decisions(JdbcClient jdbc, ModerationSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  JdbcClient.StatementSpec ask(String query, Period period, Sight sight) {
    return jdbc.sql(STANDING + query)
        .param("start", Timestamp.from(period.start()))
        .param("end", Timestamp.from(period.end()))
        .param("stands", settings.standsAfter().toMillis() + " milliseconds")
        .param("desks", sight.ids());
  }
}
