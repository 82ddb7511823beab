package org.tipline.moderation;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Seats;

/** The words editors file a tip under. */
@Service
@Transactional
public class Tags {

  /** In characters. */
  public static final int LONGEST = 40;

  private static final int MOST = 20;

  private final ActOnTip acts;
  private final JdbcClient jdbc;

  Tags(ActOnTip acts, JdbcClient jdbc) {
    this.acts = acts;
    this.jdbc = jdbc;
  }

  /**
   * Adds tags, several with commas between them; one that is there already changes nothing.
   *
   * @throws BadDecision when there is none, one is longer than 40 characters, or there are more
   *     than 20
   */
  public void add(String reference, Seats me, String typed) {
    var tags = read(typed);
    var tip = acts.tip(me, reference);
    var added =
        tags.stream().filter(tag -> insert(tip.id(), tag)).collect(Collectors.joining(", "));
    requireFew(tip.id());
    if (!added.isEmpty()) {
      acts.record(tip, me.editor(), "tagged", added);
    }
  }

  /** Takes one tag away; one that is not there changes nothing. */
  public void remove(String reference, Seats me, String tag) {
    var tip = acts.tip(me, reference);
    var removed =
        jdbc.sql("delete from tip_tags where tip_id = ? and tag = ?")
            .param(tip.id())
            .param(tag)
            .update();
    if (removed > 0) {
      acts.record(tip, me.editor(), "took a tag off", tag);
    }
  }

  /** As tags are kept and compared, however one was typed. */
  public static String normal(String typed) {
    return typed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static Set<String> read(String typed) {
    var tags =
        Stream.of(typed.replace('\u0000', ' ').split(","))
            .map(Tags::normal)
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (tags.isEmpty() || tags.stream().anyMatch(tag -> tag.length() > LONGEST)) {
      throw new BadDecision("A tag has 1 to 40 characters; put commas between several.");
    }
    return tags;
  }

  private boolean insert(UUID tip, String tag) {
    return jdbc.sql(
                """
                insert into tip_tags (tip_id, tag, opened_at) select id, ?, opened_at from tips where id = ?
                on conflict do nothing
                """)
            .params(tag, tip)
            .update()
        > 0;
  }

  private void requireFew(UUID tip) {
    var tags =
        jdbc.sql("select count(*) from tip_tags where tip_id = ?")
            .param(tip)
            .query(Integer.class)
            .single();
    if (tags > MOST) {
      throw new BadDecision("A tip has at most 20 tags; take one off first.");
    }
  }
}
