package org.tipline.channel.form;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues form tokens and knows its own again; nothing is stored until a tip is accepted. */
@Component
class FormTokens {

  private static final String PURPOSE = "form-token";

  private final Stamp stamp;
  private final Clock clock;

  FormTokens(Stamp stamp, Clock clock) {
    this.stamp = stamp;
    this.clock = clock;
  }

  String issue() {
    return write(FormToken.issue(clock.instant()));
  }

  String write(FormToken token) {
    return stamp.put(PURPOSE, token.bytes());
  }

  Optional<FormToken> read(String stamped) {
    return stamp.read(PURPOSE, stamped).map(FormToken::of);
  }

  boolean isExpired(FormToken token) {
    return token.isExpired(clock.instant());
  }

  /** The same token for another try: what was perhaps received is then not received twice. */
  String keepOrRenew(String stamped) {
    return read(stamped)
        .filter(token -> !isExpired(token))
        .map(_ -> stamped)
        .orElseGet(this::issue);
  }
}
