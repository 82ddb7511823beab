package org.tipline.submission;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ReplyReceipt;

/** What providers said of our replies, in no order: they bring their words in any. */
@Repository
public class Receipts {

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one reply, by the provider's id of it. */
  public List<Received> of(ChannelName channel, String externalId) {
    return jdbc.sql(
            """
            select external_id, status, error_code, received_at from reply_receipts
            where channel = ? and external_id = ?
            """)
        .param(channel.value())
        .param(externalId)
        .query(
            (rs, _) ->
                new Received(
                    new ReplyReceipt(
                        rs.getString("external_id"),
                        rs.getString("status"),
                        rs.getString("error_code")),
                    rs.getTimestamp("received_at").toInstant()))
        .list();
  }

  /** A receipt, and when we got it. */
  public record Received(ReplyReceipt receipt, Instant at) {}
}
