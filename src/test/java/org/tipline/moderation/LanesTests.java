package org.tipline.moderation;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an error that nobody foresaw does to the lanes that run by themselves. */
class LanesTests {

  private final AtomicInteger calls = new AtomicInteger();

  @Test
  void searchGoesOnAfterAnError() {
    var words = mock(TipWords.class);
    when(words.update()).thenAnswer(_ -> failFirst());
    var lane = new IndexWords(words);
    lane.start();
    await().until(() -> calls.get() == 1);
    lane.on(new TipChanged(UUID.randomUUID()));

    await().until(() -> calls.get() > 1);
    lane.stop();
  }

  @Test
  void desksAreToldOfTheNextChangeAfterAnError() {
    var jdbc = mock(JdbcClient.class);
    when(jdbc.sql(contains("pg_notify"))).thenAnswer(_ -> failFirst());
    var lane = new QueueNews(jdbc);
    lane.start();
    lane.on(new TipChanged(UUID.randomUUID()));
    await().until(() -> calls.get() == 1);
    lane.on(new TipChanged(UUID.randomUUID()));

    await().until(() -> calls.get() == 2);
    lane.stop();
  }

  private Boolean failFirst() {
    if (calls.incrementAndGet() == 1) {
      throw new StackOverflowError();
    }
    return false;
  }
}
