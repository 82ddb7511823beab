package org.tipline.moderation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.submission.Submission;
import org.tipline.submission.SubmissionReceived;
import org.tipline.submission.Submissions;

/**
 * Puts each submission where editors find it, in the transaction it came in: into the tip its
 * reader is still talking about, or into a new one. The reader's row is locked by then, so a burst
 * of bubbles becomes one tip even when they arrive in the same millisecond.
 */
@Component
class JoinTips {

  /**
   * Where people write in bubbles, from an address the channel vouches for. A web form is a whole
   * story and its contact only typed: joining by it would let a stranger write into somebody else's
   * tip.
   */
  private static final Set<Medium> CONVERSATIONS =
      EnumSet.of(Medium.SMS, Medium.WHATSAPP, Medium.EMAIL);

  private final Submissions submissions;
  private final Tips tips;
  private final TipLinks links;
  private final OpenTip openTip;
  private final ModerationSettings settings;

  JoinTips(
      Submissions submissions,
      Tips tips,
      TipLinks links,
      OpenTip openTip,
      ModerationSettings settings) {
    this.submissions = submissions;
    this.tips = tips;
    this.links = links;
    this.openTip = openTip;
    this.settings = settings;
  }

  @EventListener
  void on(SubmissionReceived received) {
    var submission = submissions.find(received.submissionId()).orElseThrow();
    answered(submission)
        .or(() -> active(submission))
        .ifPresentOrElse(tip -> openTip.addTo(tip, submission), () -> openTip.open(submission));
  }

  /** The reader answers to a message of their own: that tip, however long ago. */
  private Optional<Tip> answered(Submission submission) {
    if (submission.repliedTo() == null || submission.readerId() == null) {
      return Optional.empty();
    }
    return submissions
        .findByExternalId(submission.channel(), submission.repliedTo(), submission.readerId())
        .flatMap(links::tipOf)
        .flatMap(tip -> whole(tip, submission));
  }

  private Optional<Tip> active(Submission submission) {
    if (submission.readerId() == null || !CONVERSATIONS.contains(submission.medium())) {
      return Optional.empty();
    }
    return tips.findActive(
            submission.readerId(),
            submission.medium(),
            submission.receivedAt().minus(settings.joinWindow()),
            submission.receivedAt().plus(settings.joinWindow()))
        .flatMap(tip -> whole(tip, submission));
  }

  /** That tip, or the one it was merged into; then it remembers that its reader still talks. */
  private Optional<Tip> whole(UUID id, Submission submission) {
    var tip = tips.findById(id).orElseThrow();
    var into = tip.mergedInto();
    if (into == null) {
      return Optional.of(tip);
    }
    tip.receiveElsewhere(submission);
    return whole(into, submission);
  }
}
