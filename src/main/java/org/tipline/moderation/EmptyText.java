package org.tipline.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.BlankText;
import org.tipline.submission.Submission;

/** Nothing to read and nothing to look at: a pocket call of a message. */
@Component
class EmptyText implements Screen {

  @Override
  public Map<UUID, String> look(UUID desk, List<Submission> submissions) {
    return Screen.each(submissions, EmptyText::look);
  }

  private static Optional<String> look(Submission submission) {
    var isEmpty =
        BlankText.is(submission.text())
            && submission.attachments().isEmpty()
            && submission.location() == null
            && submission.marks().isEmpty();
    return isEmpty ? Optional.of("No words and no files.") : Optional.empty();
  }
}
