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
  public Map<UUID, String> look(List<Submission> submissions) {
    return Screen.each(submissions, this::look);
  }

  private Optional<String> look(Submission submission) {
    if (submission.repliedTo() == null) {
      return Optional.empty();
    }
    return threads
        .named(submission.channel(), submission.repliedTo())
        .filter(sent -> !sent.wentTo(submission.readerId()))
        .flatMap(sent -> links.reference(sent.tip()))
        .map(reference -> "Claims to belong to " + reference + ", from another sender.");
  }
}
