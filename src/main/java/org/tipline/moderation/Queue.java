package org.tipline.moderation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What editors read of the queue: lists, one tip, counts. */
@Repository
public class Queue {

  private final JdbcClient jdbc;
  private final TipLinks links;
  private final TipViews views;
  private final TipPages pages;

  Queue(JdbcClient jdbc, TipLinks links, TipViews views, TipPages pages) {
    this.jdbc = jdbc;
    this.links = links;
    this.views = views;
    this.pages = pages;
  }

  /**
   * A page of at most {@code limit} tips, longest waiting first unless the filter says otherwise.
   *
   * @throws BadCursor when {@code after} is no cursor of ours
   */
  public TipPage page(TipFilter filter, @Nullable String after, int limit) {
    return pages.page(filter, TipConditions.of(filter, after), limit);
  }

  /**
   * By reference as a person writes it: any case, with or without the dash, O for 0, I or L for 1.
   */
  public Optional<TipView> find(String reference) {
    return Reference.parse(reference).flatMap(views::find);
  }

  /** The tip alone, as a list shows it. */
  public Optional<TipRow> row(String reference) {
    return Reference.parse(reference).flatMap(known -> row("t.reference = ?", known.symbols()));
  }

  /**
   * The tip that follows in a list, or, at its end, the first of it.
   *
   * @param mark {@link TipRow#mark} of the tip before it
   * @throws BadCursor when it is no cursor of ours
   */
  public Optional<TipRow> next(TipFilter filter, @Nullable String mark) {
    var following = page(filter, mark, 1).tips();
    return (following.isEmpty() && mark != null ? page(filter, null, 1).tips() : following)
        .stream().findFirst();
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
