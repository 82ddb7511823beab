package org.tipline.reply;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.moderation.Queue;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipView;
import org.tipline.submission.Submission;

/** Tells a reader that their tip became a story, when the editor who published it chose to. */
@Service
public class PublishedNotes {

  private final Queue queue;
  private final ReaderTips tips;
  private final Replies replies;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;
  private final JdbcClient jdbc;

  PublishedNotes(
      Queue queue,
      ReaderTips tips,
      Replies replies,
      ReplyTexts texts,
      ReaderLanguage languages,
      JdbcClient jdbc) {
    this.queue = queue;
    this.tips = tips;
    this.replies = replies;
    this.texts = texts;
    this.languages = languages;
    this.jdbc = jdbc;
  }

  /**
   * Writes the note to whoever sent a published tip, once for a story; why it cannot be told, a
   * sentence, when it cannot. Then the tip's history has the reason too, and the decision stands.
   */
  @Transactional
  public Optional<String> tell(String reference, UUID editor) {
    var view = queue.find(reference).orElseThrow();
    try {
      var note = note(view, editor);
      if (!isTold(view.tip().id(), note.text())) {
        replies.write(note);
      }
      return Optional.empty();
    } catch (CannotReply e) {
      var reason = String.valueOf(e.getMessage());
      tips.remember(view.tip().id(), "reader was not told of the story", reason);
      return Optional.of(reason);
    }
  }

  /** The lock lets a form that was sent twice see what it has written. */
  private boolean isTold(UUID tip, String text) {
    jdbc.sql("select 1 from tips where id = ? for update").param(tip).query().singleRow();
    return jdbc.sql(
            """
            select exists (select 1 from replies
              where tip_id = ? and kind = 'PUBLISHED' and text = ? and state <> 'FAILED')
            """)
        .param(tip)
        .param(text)
        .query(Boolean.class)
        .single();
  }

  private NewReply note(TipView view, UUID editor) {
    var link = view.publishedLink();
    if (link == null) {
      throw new CannotReply("The tip has no story yet.");
    }
    var last = view.submissions().getLast();
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
