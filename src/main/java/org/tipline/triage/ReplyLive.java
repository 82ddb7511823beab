package org.tipline.triage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.reply.Correspondences;
import org.tipline.reply.Reply;
import org.tipline.reply.ReplyDraft;

/** What has become of the replies of a tip whose page stays open, and who is writing one. */
@Component("replyLive")
class ReplyLive {

  private final Correspondences correspondences;
  private final Queue queue;
  private final ReplyBoxes boxes;
  private final Me me;

  ReplyLive(Correspondences correspondences, Queue queue, ReplyBoxes boxes, Me me) {
    this.correspondences = correspondences;
    this.queue = queue;
    this.boxes = boxes;
    this.me = me;
  }

  /** Most tips have no reply, and every open page asks at every change. */
  public Now of(TipRow shown) {
    var known = correspondences.of(shown.id(), null);
    return new Now(thread(shown, known.replies()), boxes.others(known.drafts()));
  }

  private Map<UUID, List<Reply>> thread(TipRow shown, List<Reply> replies) {
    return replies.isEmpty()
        ? Map.of()
        : queue
            .find(me.seats().sight(), shown.reference())
            .map(view -> ReplyThread.after(view.submissions(), replies))
            .orElse(Map.of());
  }

  /**
   * How it is now.
   *
   * @param thread the replies that follow each submission, by its id
   */
  record Now(Map<UUID, List<Reply>> thread, List<ReplyDraft> others) {}
}
