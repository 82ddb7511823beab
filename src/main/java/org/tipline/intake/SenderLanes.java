package org.tipline.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is being sorted just now, by whichever instance. */
@Repository
class SenderLanes {

  /** Any number will do that nothing else in this database locks. */
  private static final long TAKING = 0x7469_706C_696E_6501L;

  private final JdbcClient jdbc;

  SenderLanes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits until nobody else takes or gives back, to the end of the transaction: else the second of
   * two deliveries could get its sender's lane before the first.
   */
  void takeTurns() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(TAKING).query().singleRow();
  }

  /** Holds those of {@code lanes} that are free; what comes back is held. */
  Set<UUID> hold(Collection<UUID> lanes, Instant now, Instant until) {
    freeExpired(now);
    return Set.copyOf(
        jdbc.sql(
                """
                insert into sender_lanes (lane, held_until) select lane, :until
                from unnest(:lanes::uuid[]) as wanted (lane) on conflict do nothing returning lane
                """)
            .param("lanes", lanes.toArray(UUID[]::new))
            .param("until", Timestamp.from(until))
            .query(UUID.class)
            .list());
  }

  private void freeExpired(Instant now) {
    jdbc.sql(
            """
            delete from sender_lanes where lane in (
              select lane from sender_lanes where held_until <= :now or held_until > :wrong
              for update skip locked)
            """)
        .param("now", Timestamp.from(now))
        .param("wrong", Timestamp.from(WrongClock.from(now)))
        .update();
  }

  /** Frees what was held until {@code until}, and nothing that somebody else holds by now. */
  void free(Collection<UUID> lanes, Instant until) {
    if (lanes.isEmpty()) {
      return;
    }
    jdbc.sql("delete from sender_lanes where lane = any(:lanes) and held_until = :until")
        .param("lanes", lanes.toArray(UUID[]::new))
        .param("until", Timestamp.from(until))
        .update();
  }

  /** Keeps held what was held until {@code until}. */
  void keep(Collection<UUID> lanes, Instant until, Instant longer) {
    jdbc.sql(
            """
            update sender_lanes set held_until = :longer
            where lane = any(:lanes) and held_until = :until
            """)
        .param("longer", Timestamp.from(longer))
        .param("lanes", lanes.toArray(UUID[]::new))
        .param("until", Timestamp.from(until))
        .update();
  }
}
