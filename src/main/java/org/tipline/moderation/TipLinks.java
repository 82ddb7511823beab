package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.Medium;

/**
 * Which submission belongs to which tip, each to exactly one; and what every submission asks of the
 * tips there are, by plain SQL, since most of them begin a tip of their own.
 */
@Repository
class TipLinks {

  private final JdbcClient jdbc;

  TipLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(UUID tip, UUID submission) {
    jdbc.sql("insert into tip_submissions (submission_id, tip_id) values (?, ?)")
        .param(submission)
        .param(tip)
        .update();
  }

  Optional<UUID> tipOf(UUID submission) {
    return jdbc.sql("select tip_id from tip_submissions where submission_id = ?")
        .param(submission)
        .query(UUID.class)
        .optional();
  }

  Optional<Reference> referenceOf(UUID submission) {
    return jdbc.sql(
            """
            select t.reference from tip_submissions ts join tips t on t.id = ts.tip_id
            where ts.submission_id = ?
            """)
        .param(submission)
        .query(String.class)
        .optional()
        .map(Reference::new);
  }

  Optional<Reference> reference(UUID tip) {
    return jdbc.sql("select reference from tips where id = ?")
        .param(tip)
        .query(String.class)
        .optional()
        .map(Reference::new);
  }

  boolean isTaken(Reference reference) {
    return jdbc.sql("select exists (select 1 from tips where reference = ?)")
        .param(reference.symbols())
        .query(Boolean.class)
        .single();
  }

  /** The reader's newest tip on that medium that saw activity in the window; not locked. */
  Optional<UUID> active(UUID reader, Medium medium, Instant from, Instant to) {
    return jdbc.sql(
            """
            select id from tips
            where reader_id = ? and medium = ? and last_activity_at between ? and ?
            order by last_activity_at desc limit 1
            """)
        .param(reader)
        .param(medium.name())
        .param(Timestamp.from(from))
        .param(Timestamp.from(to))
        .query(UUID.class)
        .optional();
  }
}
