package org.tipline.channel.form;

import java.io.IOException;

/** A post that cannot be read to its end; what was read until then stays on the page. */
class UnreadablePost extends IOException {

  private final Refusal refusal;

  UnreadablePost(Refusal refusal) {
    super("form post refused: " + refusal);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
