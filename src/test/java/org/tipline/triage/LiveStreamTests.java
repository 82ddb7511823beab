package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tipline.account.Seats;

class LiveStreamTests {

  /** A client that takes an event only when it is let. */
  private static class SlowClient extends SseEmitter {

    private final Semaphore ready = new Semaphore(0);
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Override
    public void send(SseEventBuilder event) throws IOException {
      ready.acquireUninterruptibly();
      var text = new StringBuilder();
      for (ResponseBodyEmitter.DataWithMediaType part : event.build()) {
        text.append(part.getData());
      }
      taken.add(text.toString());
    }
  }

  private final SlowClient client = new SlowClient();
  private final LiveStream stream =
      new LiveStream(client, new Seats(new UUID(0, 1), Map.of()), Instant.EPOCH);

  @Test
  void heartbeatIsAnEventThatPagesHear() {
    client.ready.release(10);
    stream.beat();
    await().untilAsserted(() -> assertThat(client.taken).containsExactly("event:beat\ndata:\n\n"));
  }

  @Test
  void changeIsAnEventWithoutWords() {
    client.ready.release(10);
    stream.queueChanged();
    await()
        .untilAsserted(
            () -> assertThat(client.taken).containsExactly("event:queue\ndata:changed\n\n"));
  }

  @Test
  void whatPilesUpForASlowClientIsOneEvent() {
    stream.beat();
    await().until(client.ready::hasQueuedThreads);
    for (var n = 0; n < 1_000; n++) {
      stream.queueChanged();
    }
    assertThat(client.ready.getQueueLength()).isEqualTo(1);
    client.ready.release(10);
    await().untilAsserted(() -> assertThat(client.taken).contains("event:queue\ndata:changed\n\n"));
    assertThat(client.taken).hasSizeLessThanOrEqualTo(3);
  }
}
