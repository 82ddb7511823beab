package org.tipline.channel.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The problems of a draft, as its page shows them: a summary, and one beside each field. */
record Problems(List<Problem> all) {

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** The field's first problem, null when there is none. */
  public @Nullable Problem at(String field) {
    return all.stream().filter(problem -> problem.field().equals(field)).findFirst().orElse(null);
  }
}
