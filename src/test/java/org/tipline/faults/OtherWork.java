package org.tipline.faults;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks how late the work is that waits beside the notices: that of waking tips, by its turn. */
final class OtherWork implements AutoCloseable {

  /** {@code tipline.moderation.wake-every} */
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final JdbcClient database;
  private volatile boolean looking = true;
  private volatile Duration latest = Duration.ZERO;

  OtherWork(JdbcClient database) {
    this.database = database;
    Thread.startVirtualThread(this::look);
  }

  /** The longest so far that it was over its time. */
  Duration latest() {
    return latest;
  }

  private void look() {
    try {
      while (looking) {
        var late = sinceLast().minus(EVERY);
        latest = late.compareTo(latest) > 0 ? late : latest;
        TimeUnit.MILLISECONDS.sleep(200);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration sinceLast() {
    return Duration.ofMillis(
        database
            .sql(
                """
                select coalesce(extract(epoch from clock_timestamp() - last_success), 0) * 1000
                from scheduled_tasks where task_name = 'wake'
                """)
            .query(Long.class)
            .single());
  }

  @Override
  public void close() {
    looking = false;
  }
}
