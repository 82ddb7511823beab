package org.tipline.moderation;

import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.submission.Submissions;

/** What editors read of the queue: lists, one tip, counts. */
@Repository
public class Queue {

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final TipLinks links;
  private final History history;

  Queue(JdbcClient jdbc, Submissions submissions, TipLinks links, History history) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.links = links;
    this.history = history;
  }

  /**
   * A page of at most {@code limit} tips, longest waiting first.
   *
   * @throws BadCursor when {@code after} is no cursor of ours
   */
  public TipPage page(TipFilter filter, @Nullable String after, int limit) {
    var order = filter.queued() ? "t.queued_at" : "t.opened_at";
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    narrow(filter, conditions, values);
    if (after != null) {
      var cursor = Cursor.parse(after);
      conditions.add("(" + order + ", t.id) > (:at, :id)");
      values.put("at", Timestamp.from(cursor.at()));
      values.put("id", cursor.id());
    }
    var rows =
        jdbc.sql(
                TipRows.SELECT
                    + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                    + " order by "
                    + order
                    + ", t.id limit :limit")
            .params(values)
            .param("limit", limit + 1)
            .query(TipRows::read)
            .list();
    return page(filter, rows, limit);
  }

  private static TipPage page(TipFilter filter, List<TipRow> rows, int limit) {
    if (rows.size() <= limit) {
      return new TipPage(rows, null);
    }
    var shown = rows.subList(0, limit);
    var last = shown.getLast();
    var at = filter.queued() && last.queuedAt() != null ? last.queuedAt() : last.openedAt();
    return new TipPage(shown, new Cursor(at, last.id()).toString());
  }

  private static void narrow(
      TipFilter filter, List<String> conditions, Map<String, Object> values) {
    if (filter.queued()) {
      conditions.add("t.queued_at is not null");
    }
    if (filter.state() != null) {
      conditions.add("t.state = :state");
      values.put("state", filter.state().name());
    }
    if (filter.medium() != null) {
      conditions.add("t.medium = :medium");
      values.put("medium", filter.medium().name());
    }
    if (filter.desk() != null) {
      conditions.add("d.slug = :desk");
      values.put("desk", filter.desk());
    }
    if (filter.q() != null && !filter.q().isBlank()) {
      look(filter.q().strip(), conditions, values);
    }
  }

  private static void look(String words, List<String> conditions, Map<String, Object> values) {
    conditions.add(
        """
        (t.reference = :reference or exists (
          select 1 from tip_submissions ts join submissions s on s.id = ts.submission_id
          where ts.tip_id = t.id
            and (s.text ilike :words or s.subject ilike :words or s.place ilike :words)))
        """);
    values.put("reference", Reference.parse(words).map(Reference::symbols).orElse(""));
    values.put(
        "words", "%" + words.replaceAll("([\\\\%_])", "\\\\$1").replace('\u0000', ' ') + "%");
  }

  /**
   * By reference as a person writes it: any case, with or without the dash, O for 0, I or L for 1.
   */
  public Optional<TipView> find(String reference) {
    return Reference.parse(reference)
        .flatMap(known -> row("t.reference = ?", known.symbols()))
        .map(this::view);
  }

  private TipView view(TipRow row) {
    var link =
        jdbc.sql("select published_link from tips where id = ?")
            .param(row.id())
            .query((rs, _) -> Optional.ofNullable(rs.getString(1)))
            .single();
    return new TipView(
        row,
        link.orElse(null),
        submissions.findAll(links.submissionsOf(row.id())),
        notes(row.id()),
        history.of(row.id()));
  }

  private List<TipView.NoteView> notes(UUID tip) {
    return jdbc.sql(
            """
            select n.id, e.name, n.written_at, n.text
            from tip_notes n join editors e on e.id = n.editor_id
            where n.tip_id = ? order by n.written_at, n.id
            """)
        .param(tip)
        .query(
            (rs, _) ->
                new TipView.NoteView(
                    rs.getObject("id", UUID.class),
                    rs.getString("name"),
                    rs.getTimestamp("written_at").toInstant(),
                    rs.getString("text")))
        .list();
  }

  /** How many tips wait, by desk slug; a desk where nothing waits is absent. */
  public Map<String, Integer> waiting() {
    return jdbc
        .sql(
            """
            select d.slug, count(*) waiting from tips t join desks d on d.id = t.desk_id
            where t.queued_at is not null group by d.slug
            """)
        .query((rs, _) -> Map.entry(rs.getString("slug"), rs.getInt("waiting")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The tip an attachment's submission belongs to. */
  public Optional<TipRow> tipOfSubmission(UUID submissionId) {
    return links.tipOf(submissionId).flatMap(tip -> row("t.id = ?", tip));
  }

  private Optional<TipRow> row(String condition, Object value) {
    return jdbc.sql(TipRows.SELECT + " where " + condition)
        .param(value)
        .query(TipRows::read)
        .optional();
  }

  /** The first submission's id of each tip. */
  public Map<UUID, UUID> firstSubmissions(List<UUID> tipIds) {
    if (tipIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select distinct on (ts.tip_id) ts.tip_id, s.id
            from tip_submissions ts join submissions s on s.id = ts.submission_id
            where ts.tip_id in (:tips) order by ts.tip_id, s.received_at, s.id
            """)
        .param("tips", tipIds)
        .query((rs, _) -> Map.entry(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
