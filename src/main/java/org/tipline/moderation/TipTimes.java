package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When tips waited, were first touched and were decided: what figures are made of long after.
 * Hibernate does not know these columns, so a note makes no colleague's page stale.
 */
@Repository
class TipTimes {

  private final JdbcClient jdbc;
  private final Clock clock;

  TipTimes(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** New tips begin to wait. */
  void begin(List<Tip> tips) {
    jdbc.sql(
            """
            insert into tip_waits (tip_id, desk_id, since)
            select id, desk_id, queued_at from tips where id = any(:tips)
            """)
        .param("tips", tips.stream().map(Tip::id).toArray(UUID[]::new))
        .update();
  }

  /** The tip has come into the queue, left it, or moved in it; or nothing of that. */
  void follow(Tip tip) {
    if (tip.queuedAt() == null) {
      leave(tip);
    } else {
      waitOn(tip, tip.queuedAt());
    }
  }

  private void leave(Tip tip) {
    jdbc.sql(
            """
            update tip_waits set until = greatest(since, :now)
            where tip_id = :tip and until is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("tip", tip.id())
        .update();
  }

  /** Never from before the last stretch ended: an undo brings the older moment back. */
  private void waitOn(Tip tip, Instant queuedAt) {
    jdbc.sql(
            """
            with elsewhere as (
              update tip_waits set until = greatest(since, :now)
              where tip_id = :tip and until is null and desk_id <> :desk)
            insert into tip_waits (tip_id, desk_id, since)
            select :tip, :desk, greatest(:queued,
              (select max(coalesce(until, greatest(since, :now))) from tip_waits where tip_id = :tip))
            where not exists (
              select from tip_waits where tip_id = :tip and until is null and desk_id = :desk)
            on conflict (tip_id, since) do update set until = null, desk_id = excluded.desk_id
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("tip", tip.id())
        .param("desk", tip.deskId())
        .param("queued", Timestamp.from(queuedAt))
        .update();
  }

  /** An editor did something to it. */
  void touch(UUID tip, boolean decides) {
    jdbc.sql(
            """
            update tips set touched_at = coalesce(touched_at, :now),
              decided_at = case when :decides then coalesce(decided_at, :now) else decided_at end
            where id = :tip and (touched_at is null or (:decides and decided_at is null))
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("decides", decides)
        .param("tip", tip)
        .update();
  }

  /** What was decided since then does not stand. */
  void undecide(UUID tip, Instant since) {
    jdbc.sql("update tips set decided_at = null where id = ? and decided_at >= ?")
        .param(tip)
        .param(Timestamp.from(since))
        .update();
  }
}
