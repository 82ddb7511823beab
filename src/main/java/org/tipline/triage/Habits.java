package org.tipline.triage;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps how each editor likes to work; {@link Surroundings} reads it. */
@Repository
class Habits {

  private final JdbcClient jdbc;

  Habits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(UUID editor, boolean keys, boolean covers, @Nullable String language) {
    jdbc.sql(
            """
            insert into editor_habits (editor_id, keys, covers, language) values (?, ?, ?, ?)
            on conflict (editor_id) do update
            set keys = excluded.keys, covers = excluded.covers, language = excluded.language
            """)
        .param(editor)
        .param(keys)
        .param(covers)
        .param(language)
        .update();
  }

  /** What the editor chose to read the desk in, ISO 639; null when they have not chosen. */
  @Nullable String language(UUID editor) {
    return jdbc.sql("select language from editor_habits where editor_id = ?")
        .param(editor)
        .query((rs, _) -> Optional.ofNullable(rs.getString(1)))
        .optional()
        .flatMap(Function.identity())
        .orElse(null);
  }
}
