package org.tipline.moderation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.submission.Submission;
import org.tipline.submission.Submissions;

/** The same reader has sent the very same words before. */
@Component
class RepeatedText implements Screen {

  private final Submissions submissions;
  private final TipLinks links;
  private final ModerationSettings settings;

  RepeatedText(Submissions submissions, TipLinks links, ModerationSettings settings) {
    this.submissions = submissions;
    this.links = links;
    this.settings = settings;
  }

  @Override
  public Optional<String> look(Submission submission) {
    if (submission.readerId() == null || submission.text().isBlank()) {
      return Optional.empty();
    }
    return submissions
        .findSameWords(submission, settings.repeatWindow())
        .flatMap(links::referenceOf)
        .map(reference -> "The same words as " + reference + ", from the same reader.");
  }
}
