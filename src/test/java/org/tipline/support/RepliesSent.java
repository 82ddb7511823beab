package org.tipline.support;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replies that have gone out, for tests of what a reader writes back. */
@Component
public class RepliesSent {

  private final JdbcClient jdbc;
  private final Clock clock;

  RepliesSent(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A reply of that kind to the submission with that id at its provider; returns its token. */
  public String to(String externalId, String kind, String state) {
    var bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    var token = HexFormat.of().formatHex(bytes);
    jdbc.sql(
            """
            insert into replies (id, kind, submission_id, tip_id, channel, text, token, state,
              state_at, created_at, queued_at, external_id)
            select gen_random_uuid(), :kind, s.id, ts.tip_id, s.channel, 'Asante', :token, :state,
              :now, :now, :now, :sid
            from submissions s join tip_submissions ts on ts.submission_id = s.id
            where s.external_id = :submission
            """)
        .param("kind", kind)
        .param("token", token)
        .param("state", state)
        .param("now", Timestamp.from(clock.instant()))
        .param("sid", "SM" + token)
        .param("submission", externalId)
        .update();
    return token;
  }

  /** The tip a submission is in, by its id at the provider; waits until it is sorted. */
  public UUID tipOf(String externalId) {
    return await()
        .until(
            () ->
                jdbc.sql(
                        """
                        select ts.tip_id from submissions s
                        join tip_submissions ts on ts.submission_id = s.id where s.external_id = ?
                        """)
                    .param(externalId)
                    .query(UUID.class)
                    .list(),
            tips -> !tips.isEmpty())
        .getFirst();
  }

  /** What the queue shows of a tip: its reference, how much is in it, and what screening found. */
  public Row row(UUID tip) {
    return jdbc.sql("select reference, version, submissions, finding from tips where id = ?")
        .param(tip)
        .query(
            (rs, _) ->
                new Row(
                    rs.getString(1).replaceFirst("^(...)", "$1-"),
                    rs.getLong(2),
                    rs.getInt(3),
                    String.valueOf(rs.getString(4))))
        .single();
  }

  public record Row(String reference, long version, int submissions, String finding) {}
}
