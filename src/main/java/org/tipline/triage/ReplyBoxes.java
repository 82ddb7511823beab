package org.tipline.triage;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView;
import org.tipline.reply.Reply;
import org.tipline.reply.ReplyDraft;
import org.tipline.reply.ReplyKind;
import org.tipline.triage.ReplyThread.Talk;

/** Makes the reply box: what can be sent, what was typed, who else is writing. */
@Component("replyBoxes")
class ReplyBoxes {

  private final ReplyWays ways;
  private final Me me;

  ReplyBoxes(ReplyWays ways, Me me) {
    this.ways = ways;
    this.me = me;
  }

  /** {@code talk} is what the page shows, {@code typed} what could not be sent just now. */
  public ReplyBox of(TipView view, Talk talk, @Nullable TypedReply typed) {
    var kept = talk.known().drafts();
    return new ReplyBox(
        ways.of(view, talk.known()),
        UUID.randomUUID(),
        view.submissions().size() + answers(talk.known().replies()),
        typed == null || typed.form().words().isEmpty() ? mine(kept) : typed.form().words(),
        others(kept),
        typed);
  }

  private static int answers(List<Reply> replies) {
    return Math.toIntExact(
        replies.stream().filter(reply -> reply.kind() == ReplyKind.ANSWER).count());
  }

  /** What colleagues are writing, of all that is being written. */
  List<ReplyDraft> others(List<ReplyDraft> kept) {
    return kept.stream().filter(draft -> !isMine(draft)).toList();
  }

  private String mine(List<ReplyDraft> kept) {
    return kept.stream().filter(this::isMine).map(ReplyDraft::text).findFirst().orElse("");
  }

  private boolean isMine(ReplyDraft draft) {
    return Objects.equals(draft.editorId(), me.id());
  }
}
