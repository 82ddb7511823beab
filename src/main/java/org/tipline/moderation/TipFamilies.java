package org.tipline.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which tips were merged into which, over any number of steps. */
@Repository
class TipFamilies {

  private final JdbcClient jdbc;

  TipFamilies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Each tip and what was merged into it. Step by step, since into nearly all of them nothing was:
   * in one recursive statement PostgreSQL expects so many that it reads all submissions there are.
   */
  List<Member> of(List<UUID> tips) {
    var members = new ArrayList<Member>();
    for (var step = tips.stream().map(tip -> new Member(tip, tip)).toList();
        !step.isEmpty();
        step = mergedInto(step)) {
      members.addAll(step);
    }
    return members;
  }

  private List<Member> mergedInto(List<Member> members) {
    return jdbc.sql(
            """
            select f.root, m.id from unnest(:roots::uuid[], :ids::uuid[]) as f (root, id)
              join tips m on m.merged_into = f.id
            """)
        .param("roots", members.stream().map(Member::root).toArray(UUID[]::new))
        .param("ids", members.stream().map(Member::id).toArray(UUID[]::new))
        .query(Member.class)
        .list();
  }

  /**
   * A tip that belongs to another one, or is that one.
   *
   * @param root what it belongs to
   */
  record Member(UUID root, UUID id) {}
}
