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
    var token = FormToken.issue(clock.instant());
    return stamp.put(PURPOSE, new Addition(token, tip).bytes());
  }

  /** Empty when it is not ours, or so old that the code must be shown again. */
  Optional<Addition> read(String stamped) {
    return stamp
        .read(PURPOSE, stamped)
        .map(Addition::of)
        .filter(addition -> !addition.token().isExpired(clock.instant()));
  }
}
