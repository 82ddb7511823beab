package org.tipline.moderation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what search looks through in step with the tips, after their commits. */
@Repository
class TipWords {

  private static final Logger log = LoggerFactory.getLogger(TipWords.class);

  private static final int BATCH = 500;
  private static final int LOOKS = 25;
  private static final long PAUSE_MILLIS = 20;

  private final JdbcClient jdbc;
  private final WordMonths months;
  private final TipFamilies families;
  private final TransactionOperations transaction;
  private final Clock clock;

  TipWords(
      JdbcClient jdbc,
      WordMonths months,
      TipFamilies families,
      TransactionOperations transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.months = months;
    this.families = families;
    this.transaction = transaction;
    this.clock = clock;
  }

  @EventListener
  void on(TipsOpened opened) {
    markDue(opened.ids());
  }

  @EventListener
  void on(TipChanged changed) {
    markDue(List.of(changed.tipId()));
  }

  /** Locks the row even if it is there: who looks through it now would miss what we change. */
  private void markDue(List<UUID> tips) {
    jdbc.sql(
            """
            insert into tip_words_due (tip_id, due_at) select unnest(:tips::uuid[]), :now
            on conflict (tip_id) do update set due_at = excluded.due_at
            """)
        .param("tips", tips.toArray(UUID[]::new))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  /** Waits a moment until what was committed before now can be found; a flood may take longer. */
  void catchUp() throws InterruptedException {
    var now = Timestamp.from(clock.instant());
    for (var looks = 0; looks < LOOKS && isDue(now); looks++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isDue(Timestamp now) {
    return jdbc.sql("select exists (select 1 from tip_words_due where due_at <= ?)")
        .param(now)
        .query(Boolean.class)
        .single();
  }

  /**
   * Looks through the tips that have waited longest for it; false when none does. One that cannot
   * be looked through holds up no other.
   */
  boolean update() {
    try {
      return update(null);
    } catch (RuntimeException e) {
      var waiting = waiting();
      log.warn("search looks at tips one by one: {}", e.getClass().getSimpleName());
      waiting.forEach(this::updateOrSetAside);
      return !waiting.isEmpty();
    }
  }

  private List<UUID> waiting() {
    return jdbc.sql(
            """
            select tip_id from tip_words_due where due_at < 'infinity' order by due_at limit ?
            """)
        .param(BATCH)
        .query(UUID.class)
        .list();
  }

  private void updateOrSetAside(UUID tip) {
    try {
      update(tip);
    } catch (RuntimeException e) {
      setAside(tip);
      log.error("Search does not find tip {} until it changes or Tipline is restarted.", tip, e);
    }
  }

  /** Fails, as all else does, while it is the database that is away. */
  private void setAside(UUID tip) {
    jdbc.sql("update tip_words_due set due_at = 'infinity' where tip_id = ?").param(tip).update();
  }

  /** What was set aside is due again. */
  void forgive() {
    jdbc.sql("update tip_words_due set due_at = ? where due_at = 'infinity'")
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  private boolean update(@Nullable UUID only) {
    return Boolean.TRUE.equals(transaction.execute(_ -> updateDue(only)));
  }

  private boolean updateDue(@Nullable UUID only) {
    var due = due(only);
    if (due.isEmpty()) {
      return false;
    }
    due.stream().map(DueTip::month).distinct().forEach(months::open);
    write(due, texts(due.stream().map(DueTip::id).toList()));
    return true;
  }

  private List<DueTip> due(@Nullable UUID only) {
    return jdbc.sql(
            """
            with taken as (
              delete from tip_words_due where tip_id in (
                select tip_id from tip_words_due
                where due_at < 'infinity' and tip_id = coalesce(:only::uuid, tip_id)
                order by due_at limit :most for update skip locked)
              returning tip_id)
            select t.id, t.opened_at, t.queued_at is not null open
            from taken join tips t on t.id = taken.tip_id
            """)
        .param("only", only, Types.OTHER)
        .param("most", BATCH)
        .query(
            (rs, _) ->
                new DueTip(
                    rs.getObject("id", UUID.class),
                    rs.getTimestamp("opened_at").toInstant(),
                    rs.getBoolean("open")))
        .list();
  }

  private Map<UUID, List<String>> texts(List<UUID> tips) {
    var members = families.of(tips);
    var texts = new HashMap<UUID, List<String>>();
    jdbc.sql(
            """
            with family as (
              select root, id from unnest(:roots::uuid[], :ids::uuid[]) as member (root, id))
            select f.root, concat_ws(' ', s.subject, s.place, s.location_label, s.text)
            from family f join tip_submissions ts on ts.tip_id = f.id
              join submissions s on s.id = ts.submission_id
            union all
            select f.root, n.text from family f join tip_notes n on n.tip_id = f.id
            union all
            select f.root, g.tag from family f join tip_tags g on g.tip_id = f.id
            """)
        .param("roots", members.stream().map(TipFamilies.Member::root).toArray(UUID[]::new))
        .param("ids", members.stream().map(TipFamilies.Member::id).toArray(UUID[]::new))
        .query(
            rs -> {
              texts
                  .computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
                  .addAll(SearchText.words(rs.getString(2)));
            });
    return texts;
  }

  private void write(List<DueTip> due, Map<UUID, List<String>> texts) {
    jdbc.sql(
            """
            insert into tip_words (tip_id, opened_at, open, words)
            select id, at, open, to_tsvector('simple', said)
            from unnest(:ids::uuid[], :times::timestamptz[], :open::boolean[], :said::text[])
              as tip (id, at, open, said)
            on conflict (tip_id, opened_at) do update set open = excluded.open, words = excluded.words
            """)
        .param("ids", due.stream().map(DueTip::id).toArray(UUID[]::new))
        .param("times", due.stream().map(tip -> tip.openedAt().toString()).toArray(String[]::new))
        .param("open", due.stream().map(DueTip::open).toArray(Boolean[]::new))
        .param(
            "said",
            due.stream()
                .map(tip -> SearchText.of(texts.getOrDefault(tip.id(), List.of())))
                .toArray(String[]::new))
        .update();
    learn(texts);
  }

  /** In the alphabet's order: two instances that learn the same words would else wait in a ring. */
  private void learn(Map<UUID, List<String>> texts) {
    var words = new TreeSet<String>();
    texts.values().forEach(words::addAll);
    words.removeIf(word -> word.length() < 4 || !word.chars().allMatch(Character::isLetter));
    jdbc.sql("insert into known_words select unnest(:words::text[]) on conflict do nothing")
        .param("words", words.toArray(String[]::new))
        .update();
  }

  private record DueTip(UUID id, Instant openedAt, boolean open) {

    YearMonth month() {
      return YearMonth.from(openedAt.atZone(ZoneOffset.UTC));
    }
  }
}
