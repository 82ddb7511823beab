package org.tipline.moderation;

import java.util.Optional;
import org.tipline.submission.Submission;

/** One look at a new submission: a remark for the editors, or nothing. It never decides. */
interface Screen {

  /** What is remarkable, as a sentence an editor reads beside the tip. */
  Optional<String> look(Submission submission);
}
