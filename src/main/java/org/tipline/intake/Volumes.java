package org.tipline.intake;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;

/** How much readers send by each channel. */
@Component
public class Volumes {

  private static final int DAYS_BEFORE = 7;

  private final JdbcClient jdbc;
  private final Clock clock;

  Volumes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By channel; one that brought nothing in the last eight days is left out. */
  public Map<ChannelName, Volume> all() {
    var now = clock.instant();
    var dayAgo = now.minus(Duration.ofDays(1));
    var from = dayAgo.minus(Duration.ofDays(DAYS_BEFORE));
    return jdbc
        .sql(
            """
            select channel, count(*) filter (where received_at > :dayAgo) as day, count(*) as all_days
            from submissions where id >= :first and received_at > :from group by channel
            """)
        .param("dayAgo", at(dayAgo))
        .param("from", at(from))
        .param("first", firstId(from))
        .query(
            (row, _) ->
                Map.entry(
                    new ChannelName(row.getString("channel")),
                    volume(row.getInt("day"), row.getInt("all_days"))))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Volume volume(int day, int allDays) {
    return new Volume(day, (double) (allDays - day) / DAYS_BEFORE);
  }

  /**
   * No submission is given an id before it is received, and RFC 9562 §5.7 puts the time first: so
   * the primary key finds them without an index of its own.
   */
  private static UUID firstId(Instant from) {
    return new UUID(from.toEpochMilli() << 16, 0);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * What came by one channel.
   *
   * @param lastDay messages in the last 24 hours
   * @param usual messages a day, the mean of the seven days before
   */
  public record Volume(int lastDay, double usual) {

    public static final Volume NONE = new Volume(0, 0);
  }
}
