package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;

/** The looks through providers' lists: each goes on where it broke off, whatever broke it off. */
@Repository
class Looks {

  /** A provider may forget a page: it is not asked for more often than this. */
  private static final int MOST_TRIES_OF_A_PAGE = 3;

  private final JdbcClient jdbc;
  private final Clock clock;

  Looks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Goes on with a channel's look or begins one, counting the try before it is made. A channel's
   * very first look has seen nothing but counts from now on: a provider may hold years.
   */
  Look begin(ChannelName channel) {
    jdbc.sql("insert into looks (channel, looked_until) values (?, ?) on conflict do nothing")
        .param(channel.value())
        .param(now())
        .update();
    return jdbc.sql(
            """
            update looks set failures = failures + 1, began_at = coalesce(began_at, :now),
              page = case when failures < :most then page end
            where channel = :channel returning looked_until, began_at, page, failures
            """)
        .param("now", now())
        .param("most", MOST_TRIES_OF_A_PAGE)
        .param("channel", channel.value())
        .query(
            (rs, _) ->
                new Look(
                    channel,
                    rs.getTimestamp("looked_until").toInstant(),
                    rs.getTimestamp("began_at").toInstant(),
                    rs.getString("page"),
                    rs.getInt("failures")))
        .single();
  }

  /** The page before has been looked through. */
  void turn(ChannelName channel, String nextPage) {
    jdbc.sql("update looks set page = ?, failures = 1 where channel = ?")
        .param(nextPage)
        .param(channel.value())
        .update();
  }

  /** All that was found is here. */
  void finish(Look look) {
    jdbc.sql(
            """
            update looks set looked_until = ?, began_at = null, page = null, failures = 0
            where channel = ?
            """)
        .param(Timestamp.from(look.beganAt()))
        .param(look.channel().value())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
