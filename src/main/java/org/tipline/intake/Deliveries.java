package org.tipline.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Ignored;

/** The kept deliveries: what waits to be read, what is parked, and putting it back. */
@Repository
public class Deliveries {

  /** While a row is being read nobody else takes it; after a crash it is taken again after this. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean knows(ChannelName channel, String key) {
    return jdbc.sql("select exists (select 1 from deliveries where channel = ? and key = ?)")
        .param(channel.value())
        .param(key)
        .query(Boolean.class)
        .single();
  }

  /** Those of {@code keys} that are kept already. */
  Set<String> known(ChannelName channel, Collection<String> keys) {
    return Set.copyOf(
        jdbc.sql("select key from deliveries where channel = :channel and key = any(:keys)")
            .param("channel", channel.value())
            .param("keys", keys.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Takes up to {@code most} due deliveries, counting the attempt before it is made. */
  List<UUID> take(int most) {
    return jdbc.sql(
            """
            with due as (
              select id, received_at, seq from deliveries
              where state = 'RECEIVED' and next_attempt_at <= :now
              order by received_at, seq limit :most for update skip locked),
            taken as (
              update deliveries d set attempts = attempts + 1, next_attempt_at = :lease
              from due where d.id = due.id)
            select id from due order by received_at, seq
            """)
        .param("now", now())
        .param("lease", Timestamp.from(clock.instant().plus(LEASE)))
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  Optional<SealedDelivery> find(UUID id) {
    return jdbc.sql("select id, channel, key, received_at, sealed from deliveries where id = ?")
        .param(id)
        .query(
            (rs, _) ->
                new SealedDelivery(
                    rs.getObject("id", UUID.class),
                    rs.getString("channel"),
                    rs.getString("key"),
                    instant(rs, "received_at"),
                    rs.getBytes("sealed")))
        .optional();
  }

  void markRead(UUID id) {
    jdbc.sql("update deliveries set state = 'READ', read_at = ? where id = ?")
        .param(now())
        .param(id)
        .update();
  }

  void remark(UUID id, Ignored ignored) {
    jdbc.sql(
            """
            insert into delivery_remarks (delivery_id, position, reason, remarked_at)
            values (?, ?, ?, ?)
            on conflict (delivery_id, position) do update set reason = excluded.reason
            """)
        .param(id)
        .param(ignored.position())
        .param(ignored.reason())
        .param(now())
        .update();
  }

  /**
   * Records a failed attempt and when to try again; with the last attempt the delivery is parked.
   */
  void markFailed(UUID id, String failure, boolean park) {
    jdbc.sql(
            """
            update deliveries set failure = :failure, failed_at = :now,
              state = case when :park or attempts >= :most then 'UNREADABLE' else state end,
              next_attempt_at = :now::timestamptz + least(power(4, attempts - 1), 64) * interval '1 second'
            where id = :id
            """)
        .param("failure", failure)
        .param("now", now())
        .param("park", park)
        .param("most", Sorter.MOST_ATTEMPTS)
        .param("id", id)
        .update();
  }

  /** Parked deliveries, oldest first. */
  public List<ParkedDelivery> parked(int limit) {
    return jdbc.sql(
            """
            select id, channel, received_at, attempts, failure, failed_at from deliveries
            where state = 'UNREADABLE' order by seq limit ?
            """)
        .param(limit)
        .query(
            (rs, _) ->
                new ParkedDelivery(
                    rs.getObject("id", UUID.class),
                    new ChannelName(rs.getString("channel")),
                    instant(rs, "received_at"),
                    rs.getInt("attempts"),
                    rs.getString("failure"),
                    instant(rs, "failed_at")))
        .list();
  }

  /** The newest remarks on parts of deliveries that became no submission. */
  public List<DeliveryRemark> remarks(int limit) {
    return jdbc.sql(
            """
            select r.delivery_id, d.channel, r.position, r.reason, r.remarked_at
            from delivery_remarks r join deliveries d on d.id = r.delivery_id
            order by r.remarked_at desc, r.position limit ?
            """)
        .param(limit)
        .query(
            (rs, _) ->
                new DeliveryRemark(
                    rs.getObject("delivery_id", UUID.class),
                    new ChannelName(rs.getString("channel")),
                    rs.getInt("position"),
                    rs.getString("reason"),
                    instant(rs, "remarked_at")))
        .list();
  }

  /** Puts a parked delivery back to be read; false when it is not parked. */
  public boolean replay(UUID id) {
    return jdbc.sql(
                """
                update deliveries set state = 'RECEIVED', attempts = 0, next_attempt_at = ?
                where id = ? and state = 'UNREADABLE'
                """)
            .param(now())
            .param(id)
            .update()
        == 1;
  }

  /** Puts every parked delivery back; returns how many. */
  public int replayAll() {
    return jdbc.sql(
            """
            update deliveries set state = 'RECEIVED', attempts = 0, next_attempt_at = ?
            where state = 'UNREADABLE'
            """)
        .param(now())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return rs.getTimestamp(column).toInstant();
  }
}
