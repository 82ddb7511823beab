package org.tipline.notify;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.Medium;

/**
 * The notices: that a tip came, one an editor and one for the newsroom's webhook; and each time
 * that a colleague wants an editor to look at it.
 */
@Repository
public class Notices {

  private static final int MOST_AT_ONCE = 5_000;

  private static final Duration GIVE_UP_AFTER = Duration.ofDays(7);

  /** Longer than a mail server may take: nobody else sends meanwhile what was taken. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Clock clock;

  Notices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of each tip to each recipient, in one statement. That a tip came is told once. */
  void add(List<UUID> tips, List<Recipient> recipients, NoticeKind kind) {
    var wanted =
        tips.stream()
            .flatMap(tip -> recipients.stream().map(to -> new Wanted(newId(), tip, to.editor())))
            .toList();
    jdbc.sql(
            """
            insert into notices (id, tip_id, editor_id, kind, created_at, next_attempt_at)
            select id, tip, editor, :kind, :now, :now
            from unnest(:ids::uuid[], :tips::uuid[], :editors::uuid[]) as wanted (id, tip, editor)
            on conflict do nothing
            """)
        .param("tips", wanted.stream().map(Wanted::tip).toArray(UUID[]::new))
        .param("kind", kind.name())
        .param("now", now())
        .param("ids", wanted.stream().map(Wanted::id).toArray(UUID[]::new))
        .param("editors", wanted.stream().map(Wanted::editor).toArray(UUID[]::new))
        .update();
  }

  /** What waits for an editor about a desk's tips is not sent any more. */
  void forget(UUID editor, UUID desk) {
    jdbc.sql(
            """
            delete from notices n using tips t
            where n.state = 'WAITING' and n.editor_id = ? and t.id = n.tip_id and t.desk_id = ?
            """)
        .params(editor, desk)
        .update();
  }

  private static UUID newId() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  /**
   * All that waits for one recipient and that nobody else is about to send, counting the attempt
   * before it is made. One that is leased for longer than any was so by a wrong clock.
   */
  List<DueNotice> take(@Nullable UUID editor) {
    return jdbc.sql(
            """
            with due as (
              select id from notices where state = 'WAITING' and %s
                and (next_attempt_at <= :now or next_attempt_at > :wrong)
              order by created_at limit :most for update skip locked)
            update notices n set attempts = attempts + 1, next_attempt_at = :leased
            from due, tips t, desks d
            where n.id = due.id and t.id = n.tip_id and d.id = t.desk_id
            returning n.id, n.kind, t.reference, d.name desk, t.medium, t.opened_at, n.attempts
            """
                .formatted(of(editor)))
        .param("editor", editor, Types.OTHER)
        .param("now", now())
        .param("leased", Timestamp.from(clock.instant().plus(LEASE)))
        .param("wrong", Timestamp.from(clock.instant().plus(LEASE.multipliedBy(2))))
        .param("most", MOST_AT_ONCE)
        .query(
            (rs, _) ->
                new DueNotice(
                    rs.getObject("id", UUID.class),
                    shown(rs.getString("reference")),
                    rs.getString("desk"),
                    Medium.valueOf(rs.getString("medium")).label(),
                    rs.getTimestamp("opened_at").toInstant(),
                    NoticeKind.valueOf(rs.getString("kind")),
                    rs.getInt("attempts")))
        .list();
  }

  private static String shown(String reference) {
    return reference.substring(0, 3) + "-" + reference.substring(3);
  }

  void markSent(Collection<DueNotice> sent) {
    jdbc.sql(
            "update notices set state = 'SENT', sent_at = :now, failure = null where id ="
                + " any(:ids)")
        .param("now", now())
        .param("ids", ids(sent))
        .update();
  }

  /**
   * Records why they were not sent. They are given up past a week, or when told so, or when they
   * may have arrived for the second time: that they may have is not overwritten.
   */
  void markFailed(Collection<DueNotice> unsent, String failure, Unsent.Then then) {
    jdbc.sql(
            """
            update notices set failure = case when failure = :arrived then failure else :failure end,
              next_attempt_at = :now,
              state = case when :then = 'GIVE_UP' or created_at < :expired
                or :then = 'TELL_ONCE_MORE' and failure = :arrived then 'FAILED' else state end
            where id = any(:ids)
            """)
        .param("failure", failure)
        .param("arrived", Unsent.MAY_HAVE_ARRIVED)
        .param("now", now())
        .param("then", then.name())
        .param("expired", Timestamp.from(clock.instant().minus(GIVE_UP_AFTER)))
        .param("ids", ids(unsent))
        .update();
  }

  private static UUID[] ids(Collection<DueNotice> notices) {
    return notices.stream().map(DueNotice::id).toArray(UUID[]::new);
  }

  boolean areWaiting(@Nullable UUID editor) {
    return jdbc.sql(
            """
            select exists (select 1 from notices where state = 'WAITING' and %s)
            """
                .formatted(of(editor)))
        .param("editor", editor, Types.OTHER)
        .query(Boolean.class)
        .single();
  }

  /** Not {@code is not distinct from}: no index finds that. */
  private static String of(@Nullable UUID editor) {
    return editor == null ? "editor_id is null" : "editor_id = :editor";
  }

  /** Every editor for whom something waits; the webhook is the element null. */
  List<@Nullable UUID> recipientsWaiting() {
    return jdbc.sql("select distinct editor_id from notices where state = 'WAITING'")
        .query((rs, _) -> rs.getObject(1, UUID.class))
        .list();
  }

  public NoticeCounts counts() {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'WAITING') waiting,
              count(*) filter (where state = 'FAILED') failed, max(sent_at) sent
            from notices
            """)
        .query(
            (rs, _) ->
                new NoticeCounts(
                    rs.getInt("waiting"), rs.getInt("failed"), instant(rs.getTimestamp("sent"))))
        .single();
  }

  /** The newest notices that could not be sent, given up or still being tried. */
  public List<FailedNotice> failed(int limit) {
    return jdbc.sql(
            """
            select t.reference, e.name, n.attempts, n.failure, n.created_at
            from notices n join tips t on t.id = n.tip_id left join editors e on e.id = n.editor_id
            where n.failure is not null and n.state <> 'SENT'
            order by n.created_at desc limit ?
            """)
        .param(limit)
        .query(
            (rs, _) ->
                new FailedNotice(
                    shown(rs.getString("reference")),
                    rs.getString("name"),
                    rs.getInt("attempts"),
                    rs.getString("failure"),
                    rs.getTimestamp("created_at").toInstant()))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private record Wanted(UUID id, UUID tip, @Nullable UUID editor) {}
}
