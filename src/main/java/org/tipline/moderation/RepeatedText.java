package org.tipline.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.submission.Submission;
import org.tipline.submission.Submissions;

/** The same reader has sent the very same words before, to the same desk. */
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
  public Map<UUID, String> look(UUID desk, List<Submission> news) {
    var earlier = submissions.findSameWords(news, settings.repeatWindow());
    var references = links.referencesAt(desk, earlier.values());
    var remarks = new HashMap<UUID, String>();
    earlier.forEach(
        (submission, same) ->
            Optional.ofNullable(references.get(same))
                .ifPresent(reference -> remarks.put(submission, remark(reference))));
    return remarks;
  }

  private static String remark(Reference reference) {
    return "The same words as " + reference + ", from the same reader.";
  }
}
