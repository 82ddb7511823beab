package org.tipline.channel.form;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues what lets a reader add to their tip, and knows its own again. */
@Component
class AdditionTokens {

  private static final String PURPOSE = "tip-addition";

  private final Stamp stamp;
  private final Clock clock;

  AdditionTokens(Stamp stamp, Clock clock) {
    this.stamp = stamp;
    this.clock = clock;
  }

  String issue(String tip) {
    return write(new Addition(FormToken.issue(clock.instant()), tip));
  }

  String write(Addition addition) {
    return stamp.put(PURPOSE, addition.bytes());
  }

  /** Empty when it is not ours, or so old that the code must be shown again. */
  Optional<Addition> read(String stamped) {
    return stamp
        .read(PURPOSE, stamped)
        .map(Addition::of)
        .filter(addition -> !addition.token().isExpired(clock.instant()));
  }
}
