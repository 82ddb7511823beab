package org.tipline.triage;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All that stands around a list and a tip, in one statement. */
@Repository
class Surroundings {

  private static final String ALL =
      """
      select json_build_object(
        'desks', (
          select json_agg(json_build_object('slug', d.slug, 'name', d.name, 'tips',
              coalesce(w.tips, 0), 'oldest', w.oldest, 'amber', d.amber_seconds,
              'red', d.red_seconds, 'reasons', d.reasons) order by d.name)
          from desks d left join (
            select desk_id, count(*) tips, min(queued_at) oldest from tips
            where queued_at is not null group by desk_id) w on w.desk_id = d.id),
        'editors', (
          select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name)
            order by e.name, e.id), '[]')
          from editors e where e.enabled and 'EDITOR' = any(e.roles)),
        'habits', json_build_object(
          'keys', coalesce((select keys from editor_habits where editor_id = :me), true),
          'covers', coalesce((select covers from editor_habits where editor_id = :me), true)),
        'mine', (select count(*) from tips where claimed_by = :me and queued_at is not null),
        'fresh', (select count(*) from tips where queued_at is not null and new_activity),
        'snoozed', (select count(*) from tips where snoozed_at is not null))
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Surroundings(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Around of(@Nullable UUID me) {
    return jdbc.sql(ALL)
        .param("me", me, Types.OTHER)
        .query((rs, _) -> json.readValue(rs.getString(1), Around.class))
        .single();
  }
}
