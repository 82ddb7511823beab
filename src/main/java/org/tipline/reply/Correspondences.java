package org.tipline.reply;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a tip's page shows of replies, in one statement. */
@Repository
public class Correspondences {

  private static final String ALL =
      """
      with recursive family (id) as (
        select :tip::uuid union select m.id from tips m join family f on m.merged_into = f.id)
      select
        (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind,
            'channel', json_build_object('value', r.channel), 'editor', e.name, 'text', r.text,
            'state', r.state, 'createdAt', r.created_at, 'stateAt', r.state_at,
            'failure', r.failure, 'isTaken', r.external_id is not null)
          order by r.created_at, r.id), '[]')
          from replies r left join editors e on e.id = r.editor_id
          where r.tip_id in (select id from family)) replies,
        (select coalesce(json_agg(json_build_object('editorId', d.editor_id, 'editor', e.name,
            'text', d.text, 'at', d.at)
          order by d.at desc, d.editor_id), '[]')
          from reply_drafts d join editors e on e.id = d.editor_id
          where d.tip_id = :tip::uuid) drafts,
      """
          + OptOuts.IS_OPTED_OUT
          + """
           opted_out, (
             select max(least(coalesce(o.sent_at, o.received_at), o.received_at))
             from submissions s join submissions o
               on o.reader_id = s.reader_id and o.channel = s.channel
             where s.id = :submission) last_wrote_at
          """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Correspondences(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * {@code submission} is one by the reader who may have opted out, by that channel; null: nobody
   * asks for how they can be answered.
   */
  public Correspondence of(UUID tip, @Nullable UUID submission) {
    return jdbc.sql(ALL)
        .param("tip", tip)
        .param("submission", submission, Types.OTHER)
        .query(
            (rs, _) ->
                new Correspondence(
                    List.of(json.readValue(rs.getString("replies"), Reply[].class)),
                    List.of(json.readValue(rs.getString("drafts"), ReplyDraft[].class)),
                    rs.getBoolean("opted_out"),
                    instant(rs.getTimestamp("last_wrote_at"))))
        .single();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
