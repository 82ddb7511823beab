package org.tipline.channel.form;

import java.util.List;

/** What became of a post. */
sealed interface Outcome {

  /** Committed, now or by an earlier copy of the same post. */
  record Received(FormToken token) implements Outcome {}

  /** Not received; everything typed goes back to the reader. */
  record Refused(Refusal refusal, Draft draft, List<Problem> problems) implements Outcome {}
}
