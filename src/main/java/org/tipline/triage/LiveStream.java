package org.tipline.triage;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tipline.account.Seats;
import org.tipline.account.Sight;

/**
 * One open page that is told when the queue changes. What piles up while its client is slow becomes
 * one event; at most one virtual thread ever waits for that client.
 */
class LiveStream {

  private static final long OPENING_MILLIS = 200;

  private final SseEmitter emitter;
  private final Seats seats;
  private final Instant openedAt;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicReference<@Nullable String> presence = new AtomicReference<>();
  private final AtomicInteger asked = new AtomicInteger();

  LiveStream(SseEmitter emitter, Seats seats, Instant openedAt) {
    this.emitter = emitter;
    this.seats = seats;
    this.openedAt = openedAt;
  }

  UUID editor() {
    return seats.editor();
  }

  /** What they see as long as it is open. */
  Sight sight() {
    return seats.sight();
  }

  boolean isOlderThan(Instant moment) {
    return openedAt.isBefore(moment);
  }

  void queueChanged() {
    changed.set(true);
    beat();
  }

  /** Who reads what, as JSON; of several that pile up the last is sent. */
  void presence(String readers) {
    presence.set(readers);
    beat();
  }

  /**
   * Something small goes down the line: a dead client is found, proxies keep it open, and a page
   * that hears none of it for a while knows that it is deaf.
   */
  void beat() {
    if (asked.getAndIncrement() == 0) {
      Thread.ofVirtual().name("desk-live").start(this::send);
    }
  }

  /** A moment later: one that ends while it is being opened may leave its page without a word. */
  void close() {
    Thread.ofVirtual().name("desk-live").start(this::complete);
  }

  private void complete() {
    try {
      TimeUnit.MILLISECONDS.sleep(OPENING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    emitter.complete();
  }

  private void send() {
    var seen = 0;
    do {
      seen = asked.get();
      if (!sent()) {
        return;
      }
    } while (!asked.compareAndSet(seen, 0));
  }

  /** A failed send ends the stream: the container calls the emitter's completion. */
  private boolean sent() {
    try {
      if (!hasSentPresence()) {
        var event = SseEmitter.event();
        emitter.send(
            changed.getAndSet(false)
                ? event.name("queue").data("changed")
                : event.name("beat").data(""));
      }
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }

  private boolean hasSentPresence() throws IOException {
    var readers = presence.getAndSet(null);
    if (readers == null) {
      return false;
    }
    emitter.send(SseEmitter.event().name("presence").data(readers));
    return !changed.get();
  }
}
