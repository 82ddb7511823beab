package org.tipline.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView;
import org.tipline.reply.Replies;
import org.tipline.reply.Reply;
import org.tipline.submission.Submission;

/** Puts what we sent between what the reader sent, by time. */
@Component("replyThread")
class ReplyThread {

  private final Replies replies;

  ReplyThread(Replies replies) {
    this.replies = replies;
  }

  /** The replies that follow each submission, by its id. */
  public Map<UUID, List<Reply>> of(TipView view) {
    return of(view.submissions(), replies.of(view.tip().id()));
  }

  private static Map<UUID, List<Reply>> of(List<Submission> submissions, List<Reply> replies) {
    var thread = new HashMap<UUID, List<Reply>>();
    submissions.forEach(submission -> thread.put(submission.id(), List.of()));
    thread.putAll(
        replies.stream().collect(Collectors.groupingBy(reply -> before(submissions, reply).id())));
    return thread;
  }

  /** The newest that was there; a provider's clock may be ahead of ours, then it is the first. */
  private static Submission before(List<Submission> submissions, Reply reply) {
    return submissions.reversed().stream()
        .filter(submission -> !submission.at().isAfter(reply.createdAt()))
        .findFirst()
        .orElse(submissions.getFirst());
  }
}
