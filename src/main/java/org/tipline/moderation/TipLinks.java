package org.tipline.moderation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which submission belongs to which tip: each to exactly one. */
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
}
