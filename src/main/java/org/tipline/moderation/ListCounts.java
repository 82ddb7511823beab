package org.tipline.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.account.Sight;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many tips some lists have, in one statement that costs the same however long they are: each
 * list is walked from its beginning for so many tips and no further.
 */
@Repository
public class ListCounts {

  /** More are not counted. */
  public static final int MOST = 99;

  /** So many tips of a list are looked at. */
  private static final int WALK = 2_000;

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]+)");

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ListCounts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** In the order of the filters, none of which may look for words. */
  public List<ListCount> of(Sight sight, List<TipFilter> filters) {
    if (filters.isEmpty()) {
      return List.of();
    }
    var counting = counting(sight, filters);
    return jdbc.sql("select " + counting.column())
        .params(counting.values())
        .query((rs, _) -> read(rs.getString(1)))
        .single();
  }

  /** The same as one column of a statement, for {@link #read}. */
  static Counting counting(Sight sight, List<TipFilter> filters) {
    var lists = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    for (var n = 0; n < filters.size(); n++) {
      var prefix = "list" + n;
      var whole = TipConditions.of(sight, filters.get(n), null);
      var walk = TipConditions.of(sight, filters.get(n).wide(), null);
      lists.add(PARAMETER.matcher(count(n, whole, walk)).replaceAll(":" + prefix + "$1"));
      whole.values().forEach((name, value) -> values.put(prefix + name, value));
      values.put(prefix + "most", WALK);
    }
    return new Counting(column(lists), values);
  }

  private static String column(List<String> lists) {
    return lists.isEmpty()
        ? "'[]'"
        : """
        (select json_agg(json_build_object('hits', hits, 'isCut', walked = %d) order by n)
         from (%s) counted)
        """
            .formatted(WALK, String.join(" union all ", lists));
  }

  List<ListCount> read(String column) {
    return List.of(json.readValue(column, ListCount[].class));
  }

  private static String count(int n, TipConditions whole, TipConditions walk) {
    return """
    (select %d n, least(count(*) filter (where c.hit), %d) hits, count(*) walked
     from (select (%s) hit from %s t) c)
    """
        .formatted(n, MOST + 1, whole.test(), walk.first());
  }

  /**
   * How many tips a list has.
   *
   * @param hits at most one more than {@link #MOST}
   * @param isCut the list goes on behind what was looked at
   */
  public record ListCount(int hits, boolean isCut) {

    public boolean isMore() {
      return hits > MOST || isCut;
    }
  }

  /** A column and the values it wants. */
  record Counting(String column, Map<String, Object> values) {}
}
