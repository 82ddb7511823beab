package org.tipline.triage;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how each editor likes to work; {@link Surroundings} reads it. */
@Repository
class Habits {

  private final JdbcClient jdbc;

  Habits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID editor, boolean keys, boolean covers) {
    jdbc.sql(
            """
            insert into editor_habits (editor_id, keys, covers) values (?, ?, ?)
            on conflict (editor_id) do update set keys = excluded.keys, covers = excluded.covers
            """)
        .param(editor)
        .param(keys)
        .param(covers)
        .update();
  }
}
