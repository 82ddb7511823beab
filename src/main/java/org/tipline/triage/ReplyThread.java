package org.tipline.triage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipView;
import org.tipline.reply.Correspondence;
import org.tipline.reply.Correspondences;
import org.tipline.reply.Reply;
import org.tipline.submission.Submission;

/** Puts what we sent between what the reader sent, by time. */
@Component("replyThread")
class ReplyThread {

  private final Correspondences correspondences;

  ReplyThread(Correspondences correspondences) {
    this.correspondences = correspondences;
  }

  public Talk of(TipView view) {
    var answered = ReplyWays.answered(view.submissions());
    var known = correspondences.of(view.tip().id(), answered.id());
    return new Talk(after(view.submissions(), known.replies()), known);
  }

  /** The replies that follow each submission, by its id. */
  static Map<UUID, List<Reply>> after(List<Submission> submissions, List<Reply> replies) {
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

  /**
   * What was said on both sides.
   *
   * @param replies those that follow each submission, by its id
   */
  record Talk(Map<UUID, List<Reply>> replies, Correspondence known) {}
}
