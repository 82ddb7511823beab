package org.tipline.moderation;

import static java.util.stream.Collectors.joining;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tipline.account.Sight;

/**
 * A filter and a place in its list, of the desks somebody sees, as SQL over {@code tips t}.
 *
 * @param desks what gives the ids of the list's desks, as SQL; empty: it is the list of one desk
 * @param desk the condition that a tip is at one of them; empty: they are all there are
 * @param order the column the list goes by
 * @param isNewestFirst else the oldest
 */
record TipConditions(
    Sight sight,
    String desks,
    String desk,
    List<String> conditions,
    Map<String, Object> values,
    String order,
    boolean isNewestFirst) {

  static TipConditions of(Sight sight, TipFilter filter, @Nullable String after) {
    var ids = sight.ids();
    var isOne = filter.desk() != null || ids.length == 1;
    var all =
        new TipConditions(
            sight,
            isOne
                ? ""
                : sight.isEverywhere()
                    ? "select id from desks"
                    : "select unnest(:sight::uuid[]) id",
            desk(sight, filter, isOne),
            new ArrayList<>(),
            new HashMap<>(),
            filter.queued() ? "queued_at" : "opened_at",
            filter.newestFirst());
    all.values.put("sight", ids);
    all.narrow(filter);
    if (after != null) {
      all.goOnAfter(Cursor.parse(after));
    }
    return all;
  }

  /** A value and not a join where it is one, so that the desk's own index is walked in order. */
  private static String desk(Sight sight, TipFilter filter, boolean isOne) {
    if (filter.desk() != null) {
      return "t.desk_id = (select id from desks where slug = :desk%s)"
          .formatted(sight.isEverywhere() ? "" : " and id = any(:sight)");
    }
    if (isOne) {
      return "t.desk_id = (:sight::uuid[])[1]";
    }
    return sight.isEverywhere() ? "" : "t.desk_id = any(:sight)";
  }

  private void narrow(TipFilter filter) {
    if (filter.queued()) {
      conditions.add("t.queued_at is not null");
    }
    if (filter.state() != null) {
      add("t.state = :state", "state", filter.state().name());
    }
    if (filter.medium() != null) {
      add("t.medium = :medium", "medium", filter.medium().name());
    }
    if (filter.desk() != null) {
      values.put("desk", filter.desk());
    }
    if (filter.claimedBy() != null) {
      add("t.claimed_by = :claimedBy", "claimedBy", filter.claimedBy());
    }
    if (filter.newActivity()) {
      conditions.add("t.new_activity");
    }
    if (filter.snoozed()) {
      conditions.add("t.snoozed_at is not null");
    }
    narrow(filter.facets());
  }

  private void narrow(TipFacets facets) {
    if (facets.tag() != null) {
      add(
          "exists (select from tip_tags g where g.tip_id = t.id and g.tag = :tag)",
          "tag",
          facets.tag());
    }
    if (facets.unclaimed()) {
      conditions.add("t.claimed_by is null");
    }
    if (facets.media()) {
      conditions.add("t.attachments > 0");
    }
    if (facets.language() != null) {
      add("t.language = :language", "language", facets.language().name());
    }
    if (facets.openedFrom() != null) {
      add("t.opened_at >= :openedFrom", "openedFrom", Timestamp.from(facets.openedFrom()));
    }
    if (facets.openedBefore() != null) {
      add("t.opened_at < :openedBefore", "openedBefore", Timestamp.from(facets.openedBefore()));
    }
  }

  private void goOnAfter(Cursor cursor) {
    add(behind("t.id"), "id", cursor.id());
    values.put("at", Timestamp.from(cursor.at()));
  }

  private String behind(String id) {
    return "(t.%s, %s) %s (:at, :id)".formatted(order, id, isNewestFirst ? "<" : ">");
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  /**
   * The first {@code :most} tips of the list. Those of several desks are taken from the head of
   * each desk's own: no desk's index has to be walked past what belongs to others, and none is
   * sorted whole. Those of a tag, unless they are of the queue, which is short, are taken from the
   * tag's own list.
   */
  String first() {
    if (values.containsKey("tag") && order.equals("opened_at")) {
      return firstOfTag();
    }
    if (desks.isEmpty()) {
      return "(select t.* from tips t" + where() + orderBy("t") + " limit :most)";
    }
    return """
    (select t.* from (%s) seat cross join lateral (
      select t.* from tips t where t.desk_id = seat.id%s%s limit :most) t%s limit :most)
    """
        .formatted(desks, and(conditions), orderBy("t"), orderBy("t"));
  }

  /** With {@code offset 0}, or the planner looks for the tag along all tips. */
  private String firstOfTag() {
    return """
    (select t.* from (select t.opened_at, t.tip_id id from tip_tags t where t.tag = :tag%s) g
     cross join lateral (select t.* from tips t where t.id = g.id%s offset 0) t%s limit :most)
    """
        .formatted(
            values.containsKey("at") ? " and " + behind("t.tip_id") : "", and(), orderBy("g"));
  }

  /** {@code where …}, or nothing. */
  String where() {
    return and().replaceFirst("^ and ", " where ");
  }

  /** All of it as one expression. */
  String test() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** {@code and …}, or nothing. */
  String and() {
    return (desk.isEmpty() ? "" : " and " + desk) + and(conditions);
  }

  private static String and(List<String> conditions) {
    return conditions.stream().map(condition -> " and " + condition).collect(joining());
  }

  /** {@code order by …} for rows of {@code alias}, which has the order's column and an id. */
  String orderBy(String alias) {
    var direction = isNewestFirst ? " desc" : "";
    return " order by %1$s.%2$s%3$s, %1$s.id%3$s".formatted(alias, order, direction);
  }
}
