package org.tipline.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Ignored;

/** The kept deliveries: what waits to be read, what is parked, and putting it back. */
@Repository
public class Deliveries {

  private static final String DEADLY =
      "Tipline ended while it sorted this, "
          + Sorter.MOST_ATTEMPTS
          + " times: see what its log says last before each start, then read this again.";

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  Deliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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

  static SealedDelivery sealed(ResultSet rs) throws SQLException {
    return new SealedDelivery(
        rs.getObject("id", UUID.class),
        rs.getString("channel"),
        rs.getString("key"),
        instant(rs, "received_at"),
        rs.getBytes("sealed"));
  }

  /**
   * Counts an attempt before it is made; nobody else makes one before {@code until}. What comes
   * back was tried before, and nothing says how that ended.
   */
  Set<UUID> lease(Collection<UUID> ids, Instant until) {
    return Set.copyOf(
        jdbc.sql(
                """
                with leased as (
                  update deliveries set attempts = attempts + 1, next_attempt_at = :until
                  where id = any(:ids) returning id, attempts, failure)
                select id from leased where attempts > 1 and failure is null
                """)
            .param("until", Timestamp.from(until))
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Parks what had its last attempt without an outcome: Tipline must have ended with it. */
  void parkDeadly() {
    jdbc.sql(
            """
            update deliveries
            set state = 'UNREADABLE', failed_at = :now, failure = :failure, lanes = null
            where state = 'RECEIVED' and next_attempt_at <= :now and attempts >= :most
            returning id
            """)
        .param("now", now())
        .param("failure", DEADLY)
        .param("most", Sorter.MOST_ATTEMPTS)
        .query(UUID.class)
        .list()
        .forEach(id -> log.error("delivery {} is parked, see Deliveries in admin: {}", id, DEADLY));
  }

  /** No attempt was made of what was leased until {@code until}; it is due {@code again}. */
  void giveBack(Collection<UUID> ids, Instant until, Instant again) {
    if (ids.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update deliveries set attempts = attempts - 1, next_attempt_at = :again
            where id = any(:ids) and next_attempt_at = :until and state = 'RECEIVED'
            """)
        .param("again", Timestamp.from(again))
        .param("ids", ids.toArray(UUID[]::new))
        .param("until", Timestamp.from(until))
        .update();
  }

  void markRead(Collection<UUID> ids) {
    jdbc.sql(
            """
            update deliveries set state = 'READ', read_at = :now, lanes = null
            where id = any(:ids)
            """)
        .param("now", now())
        .param("ids", ids.toArray(UUID[]::new))
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
   * Records a failed attempt. The time of the next one comes back; none does when the delivery is
   * parked, as it is with the last attempt.
   */
  Optional<Instant> markFailed(UUID id, String failure, boolean park) {
    return jdbc.sql(
            """
            update deliveries set failure = :failure, failed_at = :now, lanes = null,
              state = case when :park or attempts >= :most then 'UNREADABLE' else state end,
              next_attempt_at = :now::timestamptz + least(power(4, attempts - 1), 64) * interval '1 second'
            where id = :id returning state, next_attempt_at
            """)
        .param("failure", failure)
        .param("now", now())
        .param("park", park)
        .param("most", Sorter.MOST_ATTEMPTS)
        .param("id", id)
        .query(
            (rs, _) ->
                rs.getString("state").equals("RECEIVED")
                    ? Optional.of(instant(rs, "next_attempt_at"))
                    : Optional.<Instant>empty())
        .single();
  }

  /**
   * Takes back an attempt that failed for no reason of the delivery's own. The time of the next one
   * comes back: in twice as long as the last failure was ago, but 1 to 64 seconds; none does when
   * it was sorted after all.
   */
  Optional<Instant> putOff(UUID id, String failure) {
    return jdbc.sql(
            """
            update deliveries set attempts = greatest(attempts - 1, 0), lanes = null,
              failure = :failure, failed_at = :now,
              next_attempt_at = :now::timestamptz + least(interval '64 seconds', greatest(
                interval '1 second', 2 * (:now::timestamptz - coalesce(failed_at, :now))))
            where id = :id and state = 'RECEIVED' returning next_attempt_at
            """)
        .param("failure", failure)
        .param("now", now())
        .param("id", id)
        .query((rs, _) -> instant(rs, "next_attempt_at"))
        .optional();
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

  /** What is parked, by channel and reason, the most first. */
  public List<ParkedKind> parkedKinds(int limit) {
    return jdbc.sql(
            """
            select channel, failure, count(*) deliveries from deliveries
            where state = 'UNREADABLE' group by channel, failure
            order by deliveries desc, channel, failure limit ?
            """)
        .param(limit)
        .query(
            (rs, _) ->
                new ParkedKind(
                    new ChannelName(rs.getString("channel")),
                    rs.getString("failure"),
                    rs.getInt("deliveries")))
        .list();
  }

  /** Puts back what is parked of that channel for that reason; returns how many. */
  public int replayKind(String channel, String failure) {
    return jdbc.sql(
            """
            update deliveries set state = 'RECEIVED', attempts = 0, next_attempt_at = ?
            where state = 'UNREADABLE' and channel = ? and failure = ?
            """)
        .param(now())
        .param(channel.replace('\u0000', '\uFFFD')) // PostgreSQL keeps no NUL in text
        .param(failure.replace('\u0000', '\uFFFD'))
        .update();
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
