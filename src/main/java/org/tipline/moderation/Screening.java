package org.tipline.moderation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.submission.Submission;

/** Every screen there is, in the order they look; each remark goes into the tip's history. */
@Component
class Screening {

  private final List<Screen> screens;
  private final History history;

  Screening(
      ClaimedReply claimedReply, EmptyText emptyText, RepeatedText repeatedText, History history) {
    // The first remark is the one the queue shows: who it may not be, before what is missing,
    // before
    // what is there twice.
    this.screens = List.of(claimedReply, emptyText, repeatedText);
    this.history = history;
  }

  void screen(Tip tip, Submission submission) {
    for (var screen : screens) {
      screen
          .look(submission)
          .ifPresent(
              remark -> {
                tip.find(remark);
                history.add(tip.id(), Origin.RULE, null, "screened", remark);
              });
    }
  }
}
