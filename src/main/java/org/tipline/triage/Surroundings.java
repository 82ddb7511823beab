package org.tipline.triage;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Seats;
import tools.jackson.databind.json.JsonMapper;

/** All that stands around a list and a tip, of the desks somebody sees, in one statement. */
@Repository
class Surroundings {

  private static final String ALL =
      """
      select json_build_object(
        'desks', (
          select coalesce(json_agg(json_build_object('slug', d.slug, 'name', d.name,
              'role', coalesce(m.role, 'VIEWER'), 'tips', coalesce(w.tips, 0), 'oldest', w.oldest, 'newest', w.newest,
              'amber', d.amber_seconds, 'red', d.red_seconds, 'reasons', d.reasons)
            order by d.name), '[]')
          from desks d left join desk_members m on m.desk_id = d.id and m.editor_id = :me
            left join (
              select desk_id, count(*) tips, min(queued_at) oldest,
                max(queued_at) filter (where queued_at <= :now) newest from tips
              where queued_at is not null and desk_id = any(:sight)
              group by desk_id) w on w.desk_id = d.id
          where d.id = any(:sight)),
        'others', (
          select coalesce(json_agg(json_build_object('slug', d.slug, 'name', d.name)
            order by d.name), '[]')
          from desks d where not d.id = any(:sight)),
        'editors', (
          select coalesce(json_agg(json_build_object('id', e.id, 'name', e.name, 'desks', e.desks)
            order by e.name, e.id), '[]')
          from (
            select e.id, e.name, array_agg(d.slug) desks
            from desk_members m join editors e on e.id = m.editor_id join desks d on d.id = m.desk_id
            where e.enabled and m.role <> 'VIEWER' and m.desk_id = any(:sight)
            group by e.id) e),
        'habits', json_build_object(
          'keys', coalesce((select keys from editor_habits where editor_id = :me), true),
          'covers', coalesce((select covers from editor_habits where editor_id = :me), true),
          'language', (select language from editor_habits where editor_id = :me)),
        'views', (
          select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'values', v.query,
              'desk', d.name, 'changeable', v.desk_id is null or m.role = 'LEAD', 'knownTag',
              v.query ->> 'tagged' is null
                or exists (select from tip_tags g join tips t on t.id = g.tip_id
                  where g.tag = v.query ->> 'tagged' and t.desk_id = any(:sight)))
            order by lower(v.name), v.id), '[]')
          from saved_views v left join desks d on d.id = v.desk_id
            left join desk_members m on m.desk_id = v.desk_id and m.editor_id = :me
          where v.desk_id is null and v.editor_id = :me or m.role is not null),
        'mine', (select count(*) from tips where claimed_by = :me and queued_at is not null
          and desk_id = any(:sight)),
        'fresh', (select count(*) from tips where queued_at is not null and new_activity
          and desk_id = any(:sight)),
        'snoozed', (select count(*) from tips where snoozed_at is not null and desk_id = any(:sight)))
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Surroundings(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  Around of(Seats me) {
    return jdbc.sql(ALL)
        .param("me", me.editor())
        .param("sight", me.sight().ids())
        .param("now", Timestamp.from(clock.instant()))
        .query((rs, _) -> json.readValue(rs.getString(1), Around.class))
        .single();
  }
}
