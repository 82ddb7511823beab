package org.tipline.reply;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Seats;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.moderation.ModerationSettings;
import org.tipline.moderation.Queue;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipView;
import org.tipline.submission.Submission;

/** Tells readers that their tip became a story, when the editor who published it chose to. */
@Service
public class PublishedNotes {

  private final Queue queue;
  private final ReaderTips tips;
  private final Replies replies;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;
  private final ModerationSettings settings;
  private final JdbcClient jdbc;

  PublishedNotes(
      Queue queue,
      ReaderTips tips,
      Replies replies,
      ReplyTexts texts,
      ReaderLanguage languages,
      ModerationSettings settings,
      JdbcClient jdbc) {
    this.queue = queue;
    this.tips = tips;
    this.replies = replies;
    this.texts = texts;
    this.languages = languages;
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /**
   * Writes the note to each reader of a published tip and of those merged into it, once for a
   * story, to be sent when publishing cannot be undone any more. What comes back are the reasons, a
   * sentence each, why one of them cannot be told; the tip's history has them too, and the decision
   * stands.
   */
  @Transactional
  public Set<String> tell(String reference, Seats me) {
    var view = queue.find(me.sight(), reference).orElseThrow();
    var lasts = lastOfEachReader(view.tip().id());
    var untold = new LinkedHashSet<String>();
    view.submissions().stream()
        .filter(submission -> lasts.contains(submission.id()))
        .forEach(last -> tell(view, last, me.editor()).ifPresent(untold::add));
    untold.forEach(
        reason -> tips.remember(view.tip().id(), "reader was not told of the story", reason));
    return untold;
  }

  /** Who left no address is one reader in each tip. */
  private Set<UUID> lastOfEachReader(UUID tip) {
    return Set.copyOf(
        jdbc.sql(
                """
                with recursive family (id) as (
                  select :tip::uuid
                  union select m.id from tips m join family f on m.merged_into = f.id)
                select distinct on (coalesce(s.reader_id, ts.tip_id)) s.id
                from tip_submissions ts join submissions s on s.id = ts.submission_id
                where ts.tip_id in (select id from family)
                order by coalesce(s.reader_id, ts.tip_id), s.received_at desc, s.id desc
                """)
            .param("tip", tip)
            .query(UUID.class)
            .list());
  }

  private Optional<String> tell(TipView view, Submission last, UUID editor) {
    try {
      var note = note(view, last, editor);
      if (!isTold(view.tip().id(), note)) {
        replies.write(note, settings.standsAfter());
      }
      return Optional.empty();
    } catch (CannotReply e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The lock lets a form that was sent twice see what it has written. */
  private boolean isTold(UUID tip, NewReply note) {
    jdbc.sql("select 1 from tips where id = ? for update").param(tip).query().singleRow();
    return jdbc.sql(
            """
            select exists (select 1 from replies
              where tip_id = ? and submission_id = ? and kind = 'PUBLISHED' and text = ?
                and state <> 'FAILED')
            """)
        .params(tip, note.submissionId(), note.text())
        .query(Boolean.class)
        .single();
  }

  private NewReply note(TipView view, Submission last, UUID editor) {
    var link = view.publishedLink();
    if (link == null) {
      throw new CannotReply("The tip has no story yet.");
    }
    if (hasNotAgreed(last)) {
      throw new CannotReply("The reader did not allow us to contact them.");
    }
    return new NewReply(
        ReplyKind.PUBLISHED, last.id(), view.tip().id(), editor, words(view, last, link), null);
  }

  /** Only the form asks; who writes from a phone or a mailbox has opened the conversation. */
  private static boolean hasNotAgreed(Submission submission) {
    return submission.medium() == Medium.WEB && !submission.marks().contains(Mark.MAY_CONTACT);
  }

  private String words(TipView view, Submission last, String link) {
    return texts.of(
        ReplyText.PUBLISHED,
        languages.of(last),
        Map.of(Placeholder.REFERENCE, view.tip().reference(), Placeholder.LINK, link));
  }
}
