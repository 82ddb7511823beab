package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    add(Map.of(submission, tip));
  }

  /** The tip of each submission, in one statement. */
  void add(Map<UUID, UUID> tips) {
    jdbc.sql(
            """
            insert into tip_submissions (submission_id, tip_id)
            select submission, tip from unnest(:submissions::uuid[], :tips::uuid[])
              as link (submission, tip)
            """)
        .param("submissions", tips.keySet().toArray(UUID[]::new))
        .param("tips", tips.values().toArray(UUID[]::new))
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

  /** Of those submissions that belong to a tip of that desk. */
  Map<UUID, Reference> referencesAt(UUID desk, Collection<UUID> submissions) {
    var references = new HashMap<UUID, Reference>();
    if (!submissions.isEmpty()) {
      jdbc.sql(
              """
              select ts.submission_id, t.reference
              from tip_submissions ts join tips t on t.id = ts.tip_id
              where ts.submission_id = any(:submissions) and t.desk_id = :desk
              """)
          .param("desk", desk)
          .param("submissions", submissions.toArray(UUID[]::new))
          .query(
              rs -> {
                references.put(rs.getObject(1, UUID.class), new Reference(rs.getString(2)));
              });
    }
    return references;
  }

  /** Of a tip of that desk. */
  Optional<Reference> reference(UUID desk, UUID tip) {
    return jdbc.sql("select reference from tips where desk_id = ? and id = ?")
        .params(desk, tip)
        .query(String.class)
        .optional()
        .map(Reference::new);
  }

  /** Those of {@code references} that a tip has already. */
  Set<Reference> taken(Collection<Reference> references) {
    return Set.copyOf(
        jdbc.sql("select reference from tips where reference = any(:references)")
            .param("references", references.stream().map(Reference::symbols).toArray(String[]::new))
            .query((rs, _) -> new Reference(rs.getString(1)))
            .list());
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
