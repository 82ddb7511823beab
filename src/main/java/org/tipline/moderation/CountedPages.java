package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Sight;

/** Lists as the desk shows them: a page, and beside it the counts of other lists. */
@Repository
public class CountedPages {

  private final JdbcClient jdbc;
  private final TipPages pages;
  private final ListCounts counts;

  CountedPages(JdbcClient jdbc, TipPages pages, ListCounts counts) {
    this.jdbc = jdbc;
    this.pages = pages;
    this.counts = counts;
  }

  /**
   * One statement where the list is not one of words.
   *
   * @param counted the other lists, none of which may look for words
   * @throws BadCursor when {@code after} is no cursor of ours
   * @see Queue#page
   */
  public CountedPage of(
      Sight sight, TipFilter filter, @Nullable String after, int limit, List<TipFilter> counted) {
    var list = TipConditions.of(sight, filter, after);
    return filter.isOfWords()
        ? new CountedPage(pages.page(filter, list, limit), counts.of(sight, counted))
        : together(filter, list, limit, ListCounts.counting(sight, counted));
  }

  private CountedPage together(
      TipFilter filter, TipConditions list, int limit, ListCounts.Counting counting) {
    var values = new HashMap<>(list.values());
    values.putAll(counting.values());
    return jdbc.sql(
            "select t.*, c.counts from (select %s counts) c left join lateral (%s%s) t on true%s"
                .formatted(
                    counting.column(),
                    TipRows.columns(list.sight()),
                    TipRows.from(list.first()),
                    list.orderBy("t")))
        .params(values)
        .param("most", limit + 1)
        .query((ResultSetExtractor<CountedPage>) rs -> read(rs, filter, limit));
  }

  /** Of an empty list there is one row, without a tip. */
  private CountedPage read(ResultSet rs, TipFilter filter, int limit) throws SQLException {
    var rows = new ArrayList<TipRow>();
    var counted = "[]";
    while (rs.next()) {
      counted = rs.getString("counts");
      if (rs.getObject("id") != null) {
        rows.add(TipRows.read(rs, rows.size()));
      }
    }
    return new CountedPage(TipPages.page(filter, rows, limit, null), counts.read(counted));
  }
}
