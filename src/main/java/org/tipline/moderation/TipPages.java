package org.tipline.moderation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of tips, in pages that cost the same however deep they lie. */
@Repository
class TipPages {

  private final JdbcClient jdbc;
  private final TipSearch search;
  private final KnownWords knownWords;
  private final TipWords words;

  TipPages(JdbcClient jdbc, TipSearch search, KnownWords knownWords, TipWords words) {
    this.jdbc = jdbc;
    this.search = search;
    this.knownWords = knownWords;
    this.words = words;
  }

  TipPage page(TipFilter filter, TipConditions list, int limit) {
    return filter.q() == null || filter.q().isBlank()
        ? page(filter, rows(list, limit + 1), limit, null)
        : found(filter, filter.q(), list, limit);
  }

  private TipPage found(TipFilter filter, String typed, TipConditions list, int limit) {
    var named = byReference(typed, list);
    if (named.isPresent()) {
      return new TipPage(List.of(named.get()), null, null);
    }
    catchUp();
    var query = SearchQuery.parse(typed);
    var hits = search.find(query, filter, list, limit + 1);
    if (hits.isEmpty()) {
      return query
          .with(knownWords.meantBy(query.wanted(), word -> isThere(word, filter, list)))
          .map(meant -> meant(meant, filter, list, limit))
          .orElseGet(() -> page(filter, List.of(), limit, null));
    }
    return page(filter, rows(hits, list), limit, null);
  }

  private boolean isThere(String word, TipFilter filter, TipConditions list) {
    return !search.find(SearchQuery.parse(word), filter, list, 1).isEmpty();
  }

  private void catchUp() {
    try {
      words.catchUp();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TipPage meant(SearchQuery meant, TipFilter filter, TipConditions list, int limit) {
    var hits = rows(search.find(meant, filter, list, limit + 1), list);
    return page(filter, hits, limit, hits.isEmpty() ? null : meant.toString());
  }

  private Optional<TipRow> byReference(String typed, TipConditions list) {
    return Reference.parse(typed)
        .flatMap(
            reference ->
                jdbc.sql(
                        TipRows.select(list.sight())
                            + " where t.reference = :reference"
                            + list.and())
                    .params(list.values())
                    .param("reference", reference.symbols())
                    .query(TipRows::read)
                    .optional());
  }

  private List<TipRow> rows(TipConditions list, int limit) {
    return jdbc.sql(TipRows.columns(list.sight()) + TipRows.from(list.first()) + list.orderBy("t"))
        .params(list.values())
        .param("most", limit)
        .query(TipRows::read)
        .list();
  }

  /** In the order of the ids. */
  private List<TipRow> rows(List<UUID> ids, TipConditions list) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var rows =
        jdbc
            .sql(TipRows.select(list.sight()) + " where t.id in (:ids)" + list.and())
            .params(list.values())
            .param("ids", ids)
            .query(TipRows::read)
            .list()
            .stream()
            .collect(toMap(TipRow::id, identity()));
    return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  /** {@code rows} are one more than fit, if there are so many. */
  static TipPage page(TipFilter filter, List<TipRow> rows, int limit, @Nullable String meant) {
    if (rows.size() <= limit) {
      return new TipPage(rows, null, meant);
    }
    var shown = rows.subList(0, limit);
    return new TipPage(shown, shown.getLast().mark(filter), meant);
  }
}
