package org.tipline.moderation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells every instance at which desks the queue has changed: after the commit, by PostgreSQL's
 * NOTIFY, at most once in 200 ms, with the desks' ids and nothing else. A NOTIFY in each
 * transaction would cost two thirds of the door's speed, since its commit takes a lock of the whole
 * server.
 */
@Component
class QueueNews implements SmartLifecycle {

  static final String CHANNEL = "tipline_queue";

  private static final Logger log = LoggerFactory.getLogger(QueueNews.class);
  private static final long QUIET_MILLIS = 200;

  private final JdbcClient jdbc;
  private final Semaphore news = new Semaphore(0);
  private final Set<UUID> desks = ConcurrentHashMap.newKeySet();
  private final Set<UUID> tips = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private Thread thread = new Thread();

  QueueNews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @TransactionalEventListener
  void on(TipsOpened opened) {
    desks.addAll(opened.byDesk().keySet());
    news.release();
  }

  @TransactionalEventListener
  void on(TipChanged changed) {
    tips.add(changed.tipId());
    news.release();
  }

  @TransactionalEventListener
  void on(TipLeft left) {
    desks.add(left.deskId());
    news.release();
  }

  private void tellUntilStopped() {
    while (running) {
      try {
        news.acquire();
        news.drainPermits();
        tell();
        TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void tell() {
    try {
      jdbc.sql(
              """
              select pg_notify(:channel, string_agg(distinct desk::text, ',')) from (
                select unnest(:desks::uuid[]) desk
                union all select desk_id from tips where id = any(:tips)) changed
              having count(*) > 0
              """)
          .param("channel", CHANNEL)
          .param("desks", taken(desks))
          .param("tips", taken(tips))
          .query()
          .listOfRows();
    } catch (DataAccessException e) {
      log.warn(
          "open desks were not told of a change, they look again by themselves: {}",
          e.getClass().getSimpleName());
    } catch (RuntimeException | Error e) {
      log.error("Open desks were not told of a change; if this comes back, restart Tipline.", e);
    }
  }

  private static UUID[] taken(Set<UUID> ids) {
    var taken = ids.toArray(UUID[]::new);
    List.of(taken).forEach(ids::remove);
    return taken;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("queue-news").start(this::tellUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
