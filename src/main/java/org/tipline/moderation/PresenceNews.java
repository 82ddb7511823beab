package org.tipline.moderation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks twice a second whether presence has changed: what happens in between is told at once. */
@Component
class PresenceNews implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(PresenceNews.class);
  private static final long MILLIS = 500;

  private final Presence presence;
  private ScheduledExecutorService timer = Executors.newScheduledThreadPool(0);
  private volatile boolean running;

  PresenceNews(Presence presence) {
    this.presence = presence;
  }

  @Override
  public void start() {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence-news").factory());
    var _ = timer.scheduleWithFixedDelay(this::tell, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    running = true;
  }

  /** A throw would end the timer without a word. */
  private void tell() {
    try {
      presence.tell();
    } catch (RuntimeException | Error e) {
      log.warn("presence was not told, will be with the next change: {}", e.getClass().getName());
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
