package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.Channels;

/**
 * What is to be sorted now and can be here: what a channel brought that is off in this instance
 * waits for one that has it, or until it is on again.
 */
@Repository
class DueDeliveries {

  private final JdbcClient jdbc;
  private final String[] channels;

  DueDeliveries(JdbcClient jdbc, Channels channels) {
    this.jdbc = jdbc;
    this.channels =
        channels.all().stream().map(channel -> channel.name().value()).toArray(String[]::new);
  }

  /**
   * Due deliveries, the oldest first: at most so many, and no more bytes than that unless one alone
   * has more. What a clock that was {@linkplain WrongClock wrong} put off is due, too.
   */
  List<SealedDelivery> find(Instant now, int mostRows, int mostBytes) {
    return jdbc.sql(
            """
            with due as (
              select id, received_at, seq, octet_length(sealed) size from deliveries
              where state = 'RECEIVED' and attempts < :attempts and channel = any(:channels)
                and (next_attempt_at <= :now or next_attempt_at > :wrong)
              order by received_at, seq limit :rows),
            counted as (
              select id, sum(size) over (order by received_at, seq) - size bytes_before from due)
            select d.id, d.channel, d.key, d.received_at, d.sealed
            from counted join deliveries d on d.id = counted.id
            where bytes_before < :bytes order by d.received_at, d.seq
            """)
        .param("now", Timestamp.from(now))
        .param("wrong", Timestamp.from(WrongClock.from(now)))
        .param("attempts", Sorter.MOST_ATTEMPTS)
        .param("channels", channels)
        .param("rows", mostRows)
        .param("bytes", mostBytes)
        .query((rs, _) -> Deliveries.sealed(rs))
        .list();
  }
}
