package org.tipline.triage;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView;
import org.tipline.reply.Reply;
import org.tipline.reply.ReplyDraft;
import org.tipline.reply.ReplyDrafts;
import org.tipline.reply.ReplyKind;

/** Makes the reply box: what can be sent, what was typed, who else is writing. */
@Component("replyBoxes")
class ReplyBoxes {

  private final ReplyWays ways;
  private final ReplyDrafts drafts;
  private final Me me;

  ReplyBoxes(ReplyWays ways, ReplyDrafts drafts, Me me) {
    this.ways = ways;
    this.drafts = drafts;
    this.me = me;
  }

  /** {@code thread} is what the page shows, {@code typed} what could not be sent just now. */
  public ReplyBox of(TipView view, Map<UUID, List<Reply>> thread, @Nullable TypedReply typed) {
    var kept = drafts.of(view.tip().id());
    return new ReplyBox(
        ways.of(view),
        UUID.randomUUID(),
        view.submissions().size() + answers(thread),
        typed == null || typed.form().words().isEmpty() ? mine(kept) : typed.form().words(),
        others(kept),
        typed);
  }

  private static int answers(Map<UUID, List<Reply>> thread) {
    return Math.toIntExact(
        thread.values().stream()
            .flatMap(List::stream)
            .filter(reply -> reply.kind() == ReplyKind.ANSWER)
            .count());
  }

  /** What colleagues are writing about a tip. */
  List<ReplyDraft> others(UUID tip) {
    return others(drafts.of(tip));
  }

  private List<ReplyDraft> others(List<ReplyDraft> kept) {
    return kept.stream().filter(draft -> !isMine(draft)).toList();
  }

  private String mine(List<ReplyDraft> kept) {
    return kept.stream().filter(this::isMine).map(ReplyDraft::text).findFirst().orElse("");
  }

  private boolean isMine(ReplyDraft draft) {
    return Objects.equals(draft.editorId(), me.id());
  }
}
