package org.tipline.triage;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Seats;
import tools.jackson.databind.json.JsonMapper;

/** Keeps lists under a name, for an editor or for a desk; {@link Surroundings} reads them. */
@Repository
class SavedViews {

  /** So many stand on the left; each costs every page a count. */
  static final int MOST = 20;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  SavedViews(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * False when there are as many as can be: of the desk, or, with null, of the editor alone. One
   * that comes again is there already.
   */
  boolean save(Seats me, @Nullable UUID desk, String name, QueueQuery query) {
    return jdbc.sql(
            """
            with made as (
              insert into saved_views (id, editor_id, desk_id, name, query, saved_at)
              select :id, :me, :desk::uuid, :name, :query::jsonb, :at
              where (select count(*) from saved_views
                where case when :desk::uuid is null then desk_id is null and editor_id = :me
                  else desk_id = :desk::uuid end) < :most
              on conflict (editor_id, desk_id, name, query) do nothing returning id)
            select exists (select from made) or exists (select from saved_views
              where editor_id = :me and desk_id is not distinct from :desk::uuid and name = :name
                and query = :query::jsonb)
            """)
        .param("id", UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param("me", me.editor())
        .param("desk", Optional.ofNullable(desk).map(UUID::toString).orElse(null))
        .param("name", name)
        .param("query", json.writeValueAsString(query.fields()))
        .param("at", Timestamp.from(clock.instant()))
        .param("most", MOST)
        .query(Boolean.class)
        .single();
  }

  /** Gives it another name, if it is the editor's to change. */
  void rename(Seats me, UUID id, String name) {
    change("update saved_views v set name = :name", me, id, name);
  }

  void remove(Seats me, UUID id) {
    change("delete from saved_views v", me, id, "");
  }

  private void change(String what, Seats me, UUID id, String name) {
    jdbc.sql(
            what
                + """
                 where v.id = :id and (v.desk_id is null and v.editor_id = :me or exists (select from desk_members m
                  where m.desk_id = v.desk_id and m.editor_id = :me and m.role = 'LEAD'))
                """)
        .param("id", id)
        .param("me", me.editor())
        .param("name", name)
        .update();
  }
}
