package org.tipline.moderation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Sight;
import org.tipline.submission.SubmissionColumn;
import tools.jackson.databind.json.JsonMapper;

/** Reads one tip with all that belongs to it: in one statement. */
@Repository
class TipViews {

  private static final String FAMILY =
      """
      with recursive family (id) as (
        select id from tips where reference = :reference
        union select m.id from tips m join family f on m.merged_into = f.id)
      """;

  private static final String ALL =
      """
          , (select i.reference from tips i where i.id = t.merged_into) merged_reference,
            array(select x.attachment_id from graphic_files x
              join attachments a on a.id = x.attachment_id
              join tip_submissions ts on ts.submission_id = a.submission_id
              where ts.tip_id in (select id from family)) graphic,
            (select coalesce(json_agg(json_build_object('id', n.id, 'editor', e2.name,
                'writtenAt', n.written_at, 'text', n.text) order by n.written_at, n.id), '[]')
              from tip_notes n join editors e2 on e2.id = n.editor_id
              where n.tip_id in (select id from family)) notes,
            (select coalesce(json_agg(json_build_object('at', h.at, 'editor', e3.name,
                'action', h.action, 'detail', h.detail, 'origin', h.origin) order by h.at, h.id), '[]')
              from tip_history h left join editors e3 on e3.id = h.editor_id
              where h.tip_id = t.id) history,
      """
          + SubmissionColumn.of(
              "select ts.submission_id from tip_submissions ts where ts.tip_id in (select id from"
                  + " family)")
          + " said ";

  private final JdbcClient jdbc;
  private final SubmissionColumn submissions;
  private final JsonMapper json;

  TipViews(JdbcClient jdbc, SubmissionColumn submissions, JsonMapper json) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.json = json;
  }

  Optional<TipView> find(Sight sight, Reference reference) {
    return jdbc.sql(
            FAMILY
                + TipRows.columns(sight)
                + ALL
                + TipRows.from("tips")
                + " where t.reference = :reference"
                + TipRows.and(sight))
        .param("reference", reference.symbols())
        .param("sight", sight.ids())
        .query(this::read)
        .optional();
  }

  private TipView read(ResultSet rs, int n) throws SQLException {
    return new TipView(
        TipRows.read(rs, n),
        rs.getString("published_link"),
        submissions.read(rs.getString("said")),
        List.of(json.readValue(rs.getString("notes"), TipView.NoteView[].class)),
        List.of(json.readValue(rs.getString("history"), TipView.HistoryEntry[].class)),
        shown(rs.getString("merged_reference")),
        Set.copyOf(ids(rs.getArray("graphic"))));
  }

  private static List<UUID> ids(Array ids) throws SQLException {
    return List.of((UUID[]) ids.getArray());
  }

  private static @Nullable String shown(@Nullable String symbols) {
    return symbols == null ? null : new Reference(symbols).toString();
  }
}
