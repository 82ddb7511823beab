package org.tipline.moderation;

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
 * Tells every instance that the queue has changed: after the commit, by PostgreSQL's NOTIFY, at
 * most once in 200 ms, and with no payload. A NOTIFY in each transaction would cost two thirds of
 * the door's speed, since its commit takes a lock of the whole server.
 */
@Component
class QueueNews implements SmartLifecycle {

  static final String CHANNEL = "tipline_queue";

  private static final Logger log = LoggerFactory.getLogger(QueueNews.class);
  private static final long QUIET_MILLIS = 200;

  private final JdbcClient jdbc;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  QueueNews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @TransactionalEventListener
  void on(TipOpened opened) {
    news.release();
  }

  @TransactionalEventListener
  void on(TipChanged changed) {
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
      jdbc.sql("select pg_notify(?, '')").param(CHANNEL).query().singleRow();
    } catch (DataAccessException e) {
      log.warn(
          "open desks were not told of a change, they look again by themselves: {}",
          e.getClass().getSimpleName());
    } catch (RuntimeException | Error e) {
      log.error("Open desks were not told of a change; if this comes back, restart Tipline.", e);
    }
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
