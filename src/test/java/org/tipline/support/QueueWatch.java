package org.tipline.support;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a test looks up in the queue: its own tips, by words only it has used. */
@Component
public class QueueWatch {

  private static final Duration LONGEST_LEASE = Duration.ofMinutes(1);

  private static final String WITH_WORDS =
      """
       from submissions s join tip_submissions ts on ts.submission_id = s.id
       join tips t on t.id = ts.tip_id
       where s.text like '%' || :words || '%' or s.subject like '%' || :words || '%'
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  QueueWatch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public int tipsWith(String words) {
    return count("select count(distinct t.id)" + WITH_WORDS, words);
  }

  public int submissionsWith(String words) {
    return count("select count(distinct s.id)" + WITH_WORDS, words);
  }

  public boolean isWaiting(String words) {
    return count(
            "select count(distinct t.id)"
                + WITH_WORDS.replace(
                    "where ", "where t.state = 'WAITING' and t.queued_at is not null and (")
                + ")",
            words)
        == 1;
  }

  /** How often the editor who hears most of it hears of a tip. */
  public int mostNoticesOfOneEditor(String words) {
    return count(
        "select coalesce(max(n), 0) from (select count(*) n from notices where tip_id in (select"
            + " t.id"
            + WITH_WORDS
            + ") group by editor_id) each",
        words);
  }

  /** Nothing is still to be read, but for what another test received in a future of its own. */
  public boolean isSorted() {
    return jdbc.sql(
                """
                select count(*) from deliveries
                where state = 'RECEIVED' and failure is null and next_attempt_at < ?
                """)
            .param(Timestamp.from(clock.instant().plus(LONGEST_LEASE)))
            .query(Integer.class)
            .single()
        == 0;
  }

  private int count(String sql, String words) {
    return jdbc.sql(sql).param("words", words).query(Integer.class).single();
  }
}
