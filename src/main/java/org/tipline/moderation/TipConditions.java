package org.tipline.moderation;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter and a place in its list, as SQL over {@code tips t}.
 *
 * @param order the column the list goes by
 * @param isNewestFirst else the oldest
 */
record TipConditions(
    List<String> conditions, Map<String, Object> values, String order, boolean isNewestFirst) {

  static TipConditions of(TipFilter filter, @Nullable String after) {
    var all =
        new TipConditions(
            new ArrayList<>(),
            new HashMap<>(),
            filter.queued() ? "queued_at" : "opened_at",
            filter.newestFirst());
    all.narrow(filter);
    if (after != null) {
      all.goOnAfter(Cursor.parse(after));
    }
    return all;
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
      // a value and not a join, so that the desk's own index is walked in order
      add("t.desk_id = (select id from desks where slug = :desk)", "desk", filter.desk());
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
  }

  private void goOnAfter(Cursor cursor) {
    add(
        "(t." + order + ", t.id) " + (isNewestFirst ? "<" : ">") + " (:at, :id)",
        "id",
        cursor.id());
    values.put("at", Timestamp.from(cursor.at()));
  }

  private void add(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
  }

  /** {@code where …}, or nothing. */
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** {@code and …}, or nothing. */
  String and() {
    return conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
  }

  /** {@code order by …} for rows of {@code alias}, which has the order's column and an id. */
  String orderBy(String alias) {
    var direction = isNewestFirst ? " desc" : "";
    return " order by %1$s.%2$s%3$s, %1$s.id%3$s".formatted(alias, order, direction);
  }
}
