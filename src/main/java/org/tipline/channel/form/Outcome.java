package org.tipline.channel.form;

import java.util.List;

/** What became of a post. */
sealed interface Outcome {

  /** Committed, now or by an earlier copy of the same post. */
  record Received(FormToken token) implements Outcome {}

  /** Not received; everything typed goes back to the reader. */
  record Refused(Refusal refusal, Draft draft, List<Problem> problems) implements Outcome {}

  /**
   * Not received: the form was received before, with other words.
   *
   * @param own under which these words can be
   */
  record Another(FormToken own, Draft draft, List<Problem> problems) implements Outcome {

    Refused under(String token) {
      return new Refused(Refusal.ANOTHER, draft.under(token), problems);
    }
  }
}
