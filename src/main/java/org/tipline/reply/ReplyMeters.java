package org.tipline.reply;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;

/** How replies do, in figures: {@code tipline.replies.*}. */
@Component
class ReplyMeters {

  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyMeters(MeterRegistry meters, JdbcClient jdbc, Clock clock) {
    this.meters = meters;
    this.jdbc = jdbc;
    this.clock = clock;
    Gauge.builder("tipline.replies.oldest.waiting", this, ReplyMeters::oldestWaitingSeconds)
        .baseUnit("seconds")
        .description("How long the oldest reply has been waiting or uncertain")
        .register(meters);
  }

  /** {@code outcome} is sent, postponed, uncertain or failed. */
  void count(ChannelName channel, String outcome) {
    meters.counter("tipline.replies." + outcome, "channel", channel.value()).increment();
  }

  /** 0 when none waits; not a number while the database is away. */
  private double oldestWaitingSeconds() {
    try {
      return jdbc.sql(
              """
              select queued_at from replies where state in ('QUEUED', 'SENDING', 'UNCERTAIN')
              order by queued_at limit 1
              """)
          .query(Timestamp.class)
          .optional()
          .map(since -> Duration.between(since.toInstant(), clock.instant()).toMillis() / 1e3)
          .orElse(0.0);
    } catch (DataAccessException e) {
      return Double.NaN;
    }
  }
}
