package org.tipline.demo;

import java.io.IOException;
import java.time.Duration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipFilter;

/** Opens the demo newsroom once the server is up: people first, then their tips, then the doors. */
@Component
@Profile("demo")
class Opening {

  private static final TipFilter EVERY_TIP = new TipFilter(false, null, null, null, null);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Hiring hiring;
  private final Replay replay;
  private final Queue queue;
  private final Welcome welcome;

  Opening(Hiring hiring, Replay replay, Queue queue, Welcome welcome) {
    this.hiring = hiring;
    this.replay = replay;
    this.queue = queue;
    this.welcome = welcome;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() throws IOException, InterruptedException {
    var staff = hiring.hire();
    awaitTips(replay.run());
    System.out.print(welcome.to(staff));
  }

  /** Sorting follows the answer: the queue that the link opens is to be full. */
  private void awaitTips(int expected) throws InterruptedException {
    for (var waited = Duration.ZERO;
        waited.compareTo(PATIENCE) < 0 && tips(expected) < expected;
        waited = waited.plus(PAUSE)) {
      Thread.sleep(PAUSE);
    }
  }

  private int tips(int atMost) {
    return queue.page(Sight.EVERYWHERE, EVERY_TIP, null, atMost).tips().size();
  }
}
