package org.tipline.moderation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.submission.Submission;

/** Every screen there is, in the order they look; each remark goes into the tip's history. */
@Component
class Screening {

  private final List<Screen> screens;

  Screening(ClaimedReply claimedReply, EmptyText emptyText, RepeatedText repeatedText) {
    // The first remark is the one the queue shows: who it may not be, before what is missing,
    // before what is there twice.
    this.screens = List.of(claimedReply, emptyText, repeatedText);
  }

  /** All remarks by submission, each in the order of the screens, for those who read at a desk. */
  Map<UUID, List<String>> look(UUID desk, List<Submission> submissions) {
    var seen = screens.stream().map(screen -> screen.look(desk, submissions)).toList();
    return submissions.stream().collect(toMap(Submission::id, it -> remarks(seen, it.id())));
  }

  private static List<String> remarks(List<Map<UUID, String>> seen, UUID submission) {
    return seen.stream()
        .flatMap(remarks -> Optional.ofNullable(remarks.get(submission)).stream())
        .toList();
  }
}
