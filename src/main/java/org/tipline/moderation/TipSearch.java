package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds tips by their words, in the order of a list, at a cost that does not grow with the archive:
 * first the nearest tips of the list are looked through one by one, which settles common words;
 * what is rarer is then few enough for the index, month by month. The plan is ours: left to choose,
 * PostgreSQL walks the whole list for two rare words.
 */
@Repository
class TipSearch {

  /** A word that has fewer hits than a page among these is rare enough for the index. */
  private static final int NEAREST = 10_000;

  private final JdbcClient jdbc;
  private final WordMonths months;

  TipSearch(JdbcClient jdbc, WordMonths months) {
    this.jdbc = jdbc;
    this.months = months;
  }

  /** At most {@code limit} ids, in the list's order. */
  List<UUID> find(SearchQuery query, TipFilter filter, TipConditions list, int limit) {
    if (query.isEmpty()) {
      return List.of();
    }
    var nearest = filter.queued() ? nearestOpen(query, list, limit) : nearest(query, list, limit);
    if (nearest.size() == limit) {
      return nearest;
    }
    return filter.queued() ? open(query, list, limit) : byMonth(query, list, limit);
  }

  private List<UUID> nearestOpen(SearchQuery query, TipConditions list, int limit) {
    return ids(
        "select c.id from "
            + list.first()
            + """
             c
            join tip_words w on w.tip_id = c.id and w.opened_at = c.opened_at
            where w.open and w.words @@ to_tsquery('simple', :query)
            """
            + list.orderBy("c")
            + " limit :limit",
        query,
        list.values(),
        limit);
  }

  private List<UUID> open(SearchQuery query, TipConditions list, int limit) {
    return ids(
        """
        with hits as materialized (
          select tip_id from tip_words where open and words @@ to_tsquery('simple', :query))
        select t.id from hits join tips t on t.id = hits.tip_id
        """
            + list.where()
            + list.orderBy("t")
            + " limit :limit",
        query,
        list.values(),
        limit);
  }

  /** Ends as soon as it has enough: what is near is not joined whole, and not sorted anew. */
  private List<UUID> nearest(SearchQuery query, TipConditions list, int limit) {
    var cursor =
        list.values().containsKey("at")
            ? " where (opened_at, tip_id) " + (list.isNewestFirst() ? "<" : ">") + " (:at, :id)"
            : "";
    var direction = list.isNewestFirst() ? " desc" : "";
    return ids(
        "select c.id from (select tip_id id, opened_at, words from tip_words"
            + cursor
            + " order by opened_at%1$s, tip_id%1$s limit :nearest) c".formatted(direction)
            + " cross join lateral (select from tips t where t.id = c.id"
            + list.and()
            + " offset 0) t where c.words @@ to_tsquery('simple', :query)"
            + list.orderBy("c")
            + " limit :limit",
        query,
        list.values(),
        limit);
  }

  private List<UUID> byMonth(SearchQuery query, TipConditions list, int limit) {
    var found = new ArrayList<UUID>();
    for (var month : months(list)) {
      found.addAll(inMonth(month, query, list, limit - found.size()));
      if (found.size() == limit) {
        return found;
      }
    }
    return found;
  }

  /** From where the list goes on to its end. */
  private List<YearMonth> months(TipConditions list) {
    var oldest = months.oldest();
    var newest = months.newest();
    if (oldest.isEmpty() || newest.isEmpty()) {
      return List.of();
    }
    var first = list.isNewestFirst() ? newest.get() : oldest.get();
    var last = list.isNewestFirst() ? oldest.get() : newest.get();
    var at = list.values().get("at");
    return months(at instanceof Timestamp time ? time.toInstant() : first, last);
  }

  private static List<YearMonth> months(Instant from, Instant to) {
    var last = YearMonth.from(to.atZone(ZoneOffset.UTC));
    var months = new ArrayList<YearMonth>();
    var month = YearMonth.from(from.atZone(ZoneOffset.UTC));
    var step = month.isAfter(last) ? -1 : 1;
    while (!month.equals(last)) {
      months.add(month);
      month = month.plusMonths(step);
    }
    months.add(last);
    return months;
  }

  private List<UUID> inMonth(YearMonth month, SearchQuery query, TipConditions list, int limit) {
    return jdbc.sql(
            """
            with hits as materialized (
              select tip_id from tip_words
              where opened_at >= :start and opened_at < :end and words @@ to_tsquery('simple', :query))
            select t.id from hits join tips t on t.id = hits.tip_id
            """
                + list.where()
                + list.orderBy("t")
                + " limit :limit")
        .params(list.values())
        .param("start", Timestamp.from(WordMonths.start(month)))
        .param("end", Timestamp.from(WordMonths.start(month.plusMonths(1))))
        .param("query", query.toTsQuery())
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  private List<UUID> ids(String sql, SearchQuery query, Map<String, Object> values, int limit) {
    return jdbc.sql(sql)
        .params(values)
        .param("query", query.toTsQuery())
        .param("nearest", NEAREST)
        .param("most", NEAREST)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }
}
