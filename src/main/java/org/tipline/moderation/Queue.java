package org.tipline.moderation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Sight;

/** What editors read of the queue, each of the desks they see: lists, one tip, counts. */
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
  public TipPage page(Sight sight, TipFilter filter, @Nullable String after, int limit) {
    return pages.page(filter, TipConditions.of(sight, filter, after), limit);
  }

  /**
   * By reference as a person writes it: any case, with or without the dash, O for 0, I or L for 1.
   */
  public Optional<TipView> find(Sight sight, String reference) {
    return Reference.parse(reference).flatMap(known -> views.find(sight, known));
  }

  /** The tip alone, as a list shows it. */
  public Optional<TipRow> row(Sight sight, String reference) {
    return Reference.parse(reference)
        .flatMap(known -> row(sight, "t.reference = :it", known.symbols()));
  }

  /**
   * The tip that follows in a list, or, at its end, the first of it.
   *
   * @param mark {@link TipRow#mark} of the tip before it
   * @throws BadCursor when it is no cursor of ours
   */
  public Optional<TipRow> next(Sight sight, TipFilter filter, @Nullable String mark) {
    var following = page(sight, filter, mark, 1).tips();
    return (following.isEmpty() && mark != null ? page(sight, filter, null, 1).tips() : following)
        .stream().findFirst();
  }

  /** The tip an attachment's submission belongs to. */
  public Optional<TipRow> tipOfSubmission(Sight sight, UUID submissionId) {
    return links.tipOf(submissionId).flatMap(tip -> row(sight, "t.id = :it", tip));
  }

  private Optional<TipRow> row(Sight sight, String condition, Object value) {
    return jdbc.sql(TipRows.select(sight) + " where " + condition + TipRows.and(sight))
        .param("it", value)
        .param("sight", sight.ids())
        .query(TipRows::read)
        .optional();
  }

  /** The first submission's id of each tip of a page. */
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
