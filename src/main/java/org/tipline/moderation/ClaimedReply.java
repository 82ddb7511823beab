package org.tipline.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.submission.Submission;

/** It names a reply of ours that went to somebody else: forwarded, or taken from a screen. */
@Component
class ClaimedReply implements Screen {

  private final ReplyThreads threads;
  private final TipLinks links;

  ClaimedReply(ReplyThreads threads, TipLinks links) {
    this.threads = threads;
    this.links = links;
  }

  @Override
  public Map<UUID, String> look(UUID desk, List<Submission> submissions) {
    return Screen.each(submissions, submission -> look(desk, submission));
  }

  private Optional<String> look(UUID desk, Submission submission) {
    if (submission.repliedTo() == null) {
      return Optional.empty();
    }
    return threads
        .named(submission.channel(), submission.repliedTo())
        .filter(sent -> !sent.wentTo(submission.readerId()))
        .map(sent -> remark(links.reference(desk, sent.tip())));
  }

  private static String remark(Optional<Reference> tip) {
    return tip.map(reference -> "Claims to belong to " + reference + ", from another sender.")
        .orElse("Claims to belong to a tip that another sender began.");
  }
}
