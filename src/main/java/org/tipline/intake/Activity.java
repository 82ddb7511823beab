package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;

/** What an administrator wants to know of a channel at a glance. */
@Component
public class Activity {

  private final JdbcClient jdbc;
  private final Refusals refusals;

  Activity(JdbcClient jdbc, Refusals refusals) {
    this.jdbc = jdbc;
    this.refusals = refusals;
  }

  public ChannelActivity of(ChannelName channel) {
    var stored = stored(channel);
    var refusal = refusals.last(channel);
    if (refusal == null || isAfter(stored.lastFailedAt(), refusal.at())) {
      return stored;
    }
    return new ChannelActivity(
        stored.lastReceivedAt(), refusal.at(), refusal.reason(), stored.parked());
  }

  private ChannelActivity stored(ChannelName channel) {
    return jdbc.sql(
            """
            select
              (select received_at from deliveries where channel = :c order by seq desc limit 1) received,
              failed.failed_at, failed.failure,
              (select count(*) from deliveries where state = 'UNREADABLE' and channel = :c) parked
            from (select 1) one left join lateral (
              select failed_at, failure from
                ((select failed_at, failure from deliveries
                  where channel = :c and failed_at is not null order by failed_at desc limit 1)
                union all
                select failed_at, failure from provider_troubles where channel = :c) all_kinds
              order by failed_at desc limit 1) failed on true
            """)
        .param("c", channel.value())
        .query(
            (rs, _) ->
                new ChannelActivity(
                    instant(rs.getTimestamp("received")),
                    instant(rs.getTimestamp("failed_at")),
                    rs.getString("failure"),
                    rs.getInt("parked")))
        .single();
  }

  private static boolean isAfter(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
