package org.tipline.triage;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.reply.Replies;
import org.tipline.reply.Reply;
import org.tipline.reply.ReplyDraft;

/** What has become of the replies of a tip whose page stays open, and who is writing one. */
@Component("replyLive")
class ReplyLive {

  private final Replies replies;
  private final Queue queue;
  private final ReplyThread thread;
  private final ReplyBoxes boxes;
  private final Me me;

  ReplyLive(Replies replies, Queue queue, ReplyThread thread, ReplyBoxes boxes, Me me) {
    this.replies = replies;
    this.queue = queue;
    this.thread = thread;
    this.boxes = boxes;
    this.me = me;
  }

  /** Most tips have no reply, and every open page asks at every change. */
  public Now of(TipRow shown) {
    Map<UUID, List<Reply>> parts =
        replies.of(shown.id()).isEmpty()
            ? Map.of()
            : queue.find(me.seats().sight(), shown.reference()).map(thread::of).orElse(Map.of());
    return new Now(parts, boxes.others(shown.id()));
  }

  /**
   * How it is now.
   *
   * @param thread the replies that follow each submission, by its id
   */
  record Now(Map<UUID, List<Reply>> thread, List<ReplyDraft> others) {}
}
