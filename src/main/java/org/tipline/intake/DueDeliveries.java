package org.tipline.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
   * At most so many of those behind {@code last}, the oldest first. What a clock that was
   * {@linkplain WrongClock wrong} put off is due, too.
   */
  List<Due> find(Instant now, @Nullable Due last, int mostRows) {
    return jdbc.sql(
            """
            select id, received_at, seq, octet_length(sealed) bytes, lanes,
              coalesce(lanes && array(select lane from sender_lanes
                where held_until > :now and held_until <= :wrong), false) held
            from deliveries
            where state = 'RECEIVED' and attempts < :attempts and channel = any(:channels)
              and (next_attempt_at <= :now or next_attempt_at > :wrong)
              and (received_at, seq) > (:receivedAt, :seq)
            order by received_at, seq limit :rows
            """)
        .param("now", Timestamp.from(now))
        .param("wrong", Timestamp.from(WrongClock.from(now)))
        .param("attempts", Sorter.MOST_ATTEMPTS)
        .param("channels", channels)
        .param("receivedAt", Timestamp.from(last == null ? Instant.EPOCH : last.receivedAt()))
        .param("seq", last == null ? 0 : last.seq())
        .param("rows", mostRows)
        .query((rs, _) -> due(rs))
        .list();
  }

  private static Due due(ResultSet rs) throws SQLException {
    return new Due(
        rs.getObject("id", UUID.class),
        rs.getTimestamp("received_at").toInstant(),
        rs.getLong("seq"),
        rs.getInt("bytes"),
        lanes(rs.getArray("lanes")),
        rs.getBoolean("held"));
  }

  private static Set<UUID> lanes(@Nullable Array lanes) throws SQLException {
    return lanes == null ? Set.of() : Set.of((UUID[]) lanes.getArray());
  }

  /** The same with what is in them, the oldest first. */
  List<SealedDelivery> contents(Collection<UUID> ids) {
    return jdbc.sql(
            """
            select id, channel, key, received_at, sealed from deliveries
            where id = any(?) order by received_at, seq
            """)
        .param(ids.toArray(UUID[]::new))
        .query((rs, _) -> Deliveries.sealed(rs))
        .list();
  }

  /** Writes down whose these are, since they have to wait. */
  void remember(List<Opened> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    var ids = new ArrayList<UUID>();
    var lanes = new ArrayList<UUID>();
    for (var opened : waiting) {
      for (var lane : opened.lanes()) {
        ids.add(opened.id());
        lanes.add(lane);
      }
    }
    jdbc.sql(
            """
            update deliveries set lanes = waiting.lanes from (
              select id, array_agg(lane) lanes
              from unnest(:ids::uuid[], :lanes::uuid[]) as one (id, lane) group by id) waiting
            where deliveries.id = waiting.id
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .param("lanes", lanes.toArray(UUID[]::new))
        .update();
  }
}
