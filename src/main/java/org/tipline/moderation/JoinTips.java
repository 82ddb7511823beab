package org.tipline.moderation;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.submission.FirstSubmissions;
import org.tipline.submission.Submission;
import org.tipline.submission.SubmissionReceived;
import org.tipline.submission.Submissions;

/**
 * Puts each submission where editors find it, in the transaction it came in: into the tip it goes
 * on with, or into a new one. The reader's row is locked by then, so a burst of bubbles becomes one
 * tip even when they arrive in the same millisecond.
 */
@Component
class JoinTips {

  private final Submissions submissions;
  private final Threading threading;
  private final Tips tips;
  private final OpenTip openTip;
  private final ReaderCommands commands;

  JoinTips(
      Submissions submissions,
      Threading threading,
      Tips tips,
      OpenTip openTip,
      ReaderCommands commands) {
    this.submissions = submissions;
    this.threading = threading;
    this.tips = tips;
    this.openTip = openTip;
    this.commands = commands;
  }

  @EventListener
  void on(SubmissionReceived received) {
    var submission = submissions.find(received.submissionId()).orElseThrow();
    if (commands.carryOut(submission)) {
      return;
    }
    threading
        .of(submission)
        .map(tip -> whole(tip, submission))
        .ifPresentOrElse(tip -> openTip.addTo(tip, submission), () -> openTip.open(submission));
  }

  /** Newcomers go on with nothing. */
  @EventListener
  void on(FirstSubmissions firsts) {
    var tips = firsts.submissions().stream().filter(it -> !commands.carryOut(it)).toList();
    if (!tips.isEmpty()) {
      openTip.open(tips);
    }
  }

  /** That tip, or the one it was merged into; then it remembers that its reader still talks. */
  private Tip whole(UUID id, Submission submission) {
    var tip = tips.findById(id).orElseThrow();
    var into = tip.mergedInto();
    if (into == null) {
      return tip;
    }
    tip.receiveElsewhere(submission);
    return whole(into, submission);
  }
}
