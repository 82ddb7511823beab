package org.tipline.moderation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.submission.Language;

/** Finds out what the readers of tips began in that were opened before that was kept. */
@Repository
class TipLanguages {

  private final JdbcClient jdbc;

  TipLanguages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nobody waits for it: a tip that somebody changes right now is left for the next time. */
  void fill(List<UUID> tips) {
    if (!tips.isEmpty()) {
      write(guesses(tips));
    }
  }

  private List<Guess> guesses(List<UUID> tips) {
    return jdbc.sql(
            """
            select distinct on (ts.tip_id) ts.tip_id, s.text, s.subject
            from tip_submissions ts join submissions s on s.id = ts.submission_id
            where ts.tip_id = any(:tips) order by ts.tip_id, s.received_at, s.id
            """)
        .param("tips", tips.toArray(UUID[]::new))
        .query(
            (rs, _) ->
                new Guess(
                    rs.getObject("tip_id", UUID.class),
                    Language.of(rs.getString("text"), rs.getString("subject"))))
        .list();
  }

  private void write(List<Guess> guesses) {
    jdbc.sql(
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
