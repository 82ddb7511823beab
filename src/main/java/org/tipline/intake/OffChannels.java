package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;

/** Channels that are off in this instance while something they brought is still to be sorted. */
@Repository
public class OffChannels {

  /** By then an instance that has the channel would have sorted it. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Channels channels;
  private final Clock clock;

  OffChannels(JdbcClient jdbc, Channels channels, Clock clock) {
    this.jdbc = jdbc;
    this.channels = channels;
    this.clock = clock;
  }

  /** Those for which something has waited a minute or more, by name. */
  public List<OffChannel> all() {
    return jdbc.sql(
            """
            select channel, count(*) deliveries from deliveries
            where state = 'RECEIVED' and received_at <= :since and channel <> all(:on)
            group by channel order by channel
            """)
        .param("since", Timestamp.from(clock.instant().minus(GRACE)))
        .param("on", on())
        .query(
            (rs, _) ->
                new OffChannel(new ChannelName(rs.getString("channel")), rs.getInt("deliveries")))
        .list();
  }

  private String[] on() {
    return channels.all().stream().map(channel -> channel.name().value()).toArray(String[]::new);
  }
}
