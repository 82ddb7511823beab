package org.tipline.submission;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of readers by what they sent before. */
@Repository
public class KnownReaders {

  private final JdbcClient jdbc;
  private final Submissions submissions;

  KnownReaders(JdbcClient jdbc, Submissions submissions) {
    this.jdbc = jdbc;
    this.submissions = submissions;
  }

  /**
   * Everybody who wrote by phone from the very address of that submission: one number on SMS and on
   * WhatsApp is two readers. An address that was only typed proves nothing, and is none of them.
   */
  public Set<UUID> behind(UUID submission) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct theirs.reader_id
                from submissions s
                join reader_addresses mine on mine.id = s.address_id
                join reader_addresses theirs on theirs.medium in ('SMS', 'WHATSAPP')
                  and theirs.kind = mine.kind and theirs.blind = mine.blind
                where s.id = ?
                """)
            .param(submission)
            .query(UUID.class)
            .list());
  }

  /** A reader's latest submissions, the newest first. */
  public List<Submission> latestOf(UUID reader, int most) {
    var latest =
        jdbc.sql("select id from submissions where reader_id = ? order by received_at desc limit ?")
            .param(reader)
            .param(most)
            .query(UUID.class)
            .list();
    return submissions.findAll(latest).reversed();
  }
}
