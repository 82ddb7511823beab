package org.tipline.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what must come: a busy machine is no failure. It looks soon and then
 * less and less often, for most of what is waited for is there in a few milliseconds.
 */
public final class Patience implements BeforeAllCallback {

  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final Duration FIRST_LOOK = Duration.ofMillis(3);
  private static final Duration RAREST_LOOK = Duration.ofMillis(100);

  @Override
  public void beforeAll(ExtensionContext test) {
    Awaitility.setDefaultTimeout(LONGEST);
    Awaitility.setDefaultPollDelay(FIRST_LOOK);
    Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(Patience::later, FIRST_LOOK));
  }

  private static Duration later(Duration before) {
    var later = before.multipliedBy(3).dividedBy(2);
    return later.compareTo(RAREST_LOOK) > 0 ? RAREST_LOOK : later;
  }
}
