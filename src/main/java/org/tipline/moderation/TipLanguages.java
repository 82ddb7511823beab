package org.tipline.moderation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.submission.Language;

/** Finds out what the readers of tips began in that were opened before that was kept. */
@Configuration
class TipLanguages {

  private static final int MOST_AT_ONCE = 500;

  private final JdbcClient jdbc;

  TipLanguages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Bean
  RecurringTask<Void> tipLanguagesTask() {
    return Tasks.recurring("tip-languages", FixedDelay.of(Duration.ofMinutes(1)))
        .execute((_, _) -> fill());
  }

  /** In small steps, each a transaction of its own. */
  void fill() {
    for (var some = guesses(); !some.isEmpty() && write(some) == MOST_AT_ONCE; ) {
      some = guesses();
    }
  }

  private List<Guess> guesses() {
    return jdbc.sql(
            """
            select t.id, s.text, s.subject
            from (select id from tips where language is null limit :most) t
            cross join lateral (
              select s.text, s.subject
              from tip_submissions ts join submissions s on s.id = ts.submission_id
              where ts.tip_id = t.id order by s.received_at, s.id limit 1) s
            """)
        .param("most", MOST_AT_ONCE)
        .query(
            (rs, _) ->
                new Guess(
                    rs.getObject("id", UUID.class),
                    Language.of(rs.getString("text"), rs.getString("subject"))))
        .list();
  }

  /** Nobody waits for it: a tip that somebody changes right now is left for the next time. */
  private int write(List<Guess> guesses) {
    return jdbc.sql(
            """
            with free as (
              select id from tips where id = any(:ids) and language is null for update skip locked)
            update tips t set language = guess.language
            from unnest(:ids::uuid[], :languages::text[]) guess (id, language), free
            where t.id = guess.id and t.id = free.id
            """)
        .param("ids", guesses.stream().map(Guess::tip).toArray(UUID[]::new))
        .param(
            "languages",
            guesses.stream().map(guess -> guess.language().name()).toArray(String[]::new))
        .update();
  }

  private record Guess(UUID tip, Language language) {}
}
