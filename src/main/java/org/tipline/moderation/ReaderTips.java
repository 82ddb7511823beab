package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A reader's own tips, and what the reader has to do with them. */
@Repository
public class ReaderTips {

  private final JdbcClient jdbc;
  private final History history;
  private final ApplicationEventPublisher events;

  ReaderTips(JdbcClient jdbc, History history, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.history = history;
    this.events = events;
  }

  /**
   * A reference as it is shown, {@code K7F-3QXM}, from how a person writes it: any case, dashes and
   * blanks anywhere, O for 0, I and L for 1. Empty when no tip can have it.
   */
  public static Optional<String> reference(String written) {
    return Reference.parse(written).map(Reference::toString);
  }

  /** The newest tip of these readers, who are one person to whoever asks. */
  public Optional<TipStanding> newest(Set<UUID> readers) {
    return readers.isEmpty()
        ? Optional.empty()
        : standing(
            """
            t.id = (select id from tips where reader_id in (:readers)
                    order by opened_at desc, id desc limit 1)
            """,
            Map.of("readers", readers));
  }

  /** Empty for nobody's reference as for somebody else's, by the same steps. */
  public Optional<TipStanding> find(String reference, Set<UUID> readers) {
    return readers.isEmpty()
        ? Optional.empty()
        : standing(
            "t.reference = :reference and t.reader_id in (:readers)",
            Map.of(
                "reference",
                Reference.parse(reference).map(Reference::symbols).orElse(""),
                "readers",
                readers));
  }

  public Optional<TipStanding> find(UUID tip) {
    return standing("t.id = :tip", Map.of("tip", tip));
  }

  private Optional<TipStanding> standing(String which, Map<String, ?> values) {
    return jdbc.sql(
            """
            with recursive whole as (
              select t.id own, t.reference, t.state, t.published_link, t.merged_into
              from tips t where %s
              union all
              select w.own, w.reference, t.state, t.published_link, t.merged_into
              from whole w join tips t on t.id = w.merged_into
            )
            select own, reference, state, published_link from whole where merged_into is null
            """
                .formatted(which))
        .params(values)
        .query((rs, _) -> standing(rs))
        .optional();
  }

  private static TipStanding standing(ResultSet rs) throws SQLException {
    return new TipStanding(
        rs.getObject("own", UUID.class),
        new Reference(rs.getString("reference")).toString(),
        TipState.valueOf(rs.getString("state")),
        rs.getString("published_link"));
  }

  /**
   * Writes into a tip's history what its reader did beside writing to it.
   *
   * @param action begins with "reader", {@code reader asked to hear nothing more}
   */
  @Transactional
  public void remember(UUID tip, String action, @Nullable String detail) {
    history.add(tip, Origin.READER, null, action, detail);
    events.publishEvent(new TipChanged(tip));
  }
}
