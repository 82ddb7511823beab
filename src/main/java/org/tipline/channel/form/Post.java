package org.tipline.channel.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One post as far as it could be read.
 *
 * @param problems of its files
 * @param refusal why reading ended early; null when it was read to its end
 */
record Post(Draft draft, List<Problem> problems, @Nullable Refusal refusal) {

  Post {
    problems = List.copyOf(problems);
  }
}
