package org.tipline.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tipline.submission.Submission;

/** One look at new submissions: a remark on each for the editors, or nothing. It never decides. */
interface Screen {

  /**
   * What is remarkable, by submission, as a sentence an editor reads beside the tip; what is not is
   * left out.
   *
   * @param desk where they are read: nothing is told there of what another desk has
   */
  Map<UUID, String> look(UUID desk, List<Submission> submissions);

  /** For a screen that needs to see but one at a time. */
  static Map<UUID, String> each(
      List<Submission> submissions, Function<Submission, Optional<String>> look) {
    var remarks = new HashMap<UUID, String>();
    for (var submission : submissions) {
      look.apply(submission).ifPresent(remark -> remarks.put(submission.id(), remark));
    }
    return remarks;
  }
}
