package org.tipline.moderation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was merged into a tip at its desk: who sees the one sees all of it. */
@Repository
class MergedTips {

  private final JdbcClient jdbc;

  MergedTips(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tip itself is written by then. */
  void follow(Tip tip) {
    jdbc.sql(
            """
            with recursive family (id) as (
              select id from tips where merged_into = :tip
              union select m.id from tips m join family f on m.merged_into = f.id)
            update tips set desk_id = :desk where id in (select id from family)
            """)
        .param("tip", tip.id())
        .param("desk", tip.deskId())
        .update();
  }
}
