package org.tipline.notify;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class NoticeTimesTests {

  @Autowired private NoticeTimes times;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;

  private final List<Recipient> recipients =
      Stream.generate(UUID::randomUUID).limit(3).map(Recipient::new).toList();

  @Test
  void twoWhoPlanOneMailAtOnceBothGoOn() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> second =
          transaction.execute(
              _ -> {
                times.schedule(recipients);
                var other = threads.submit(this::planAndGoOn);
                await().until(this::somebodyWaits);
                return other;
              });

      assertThatCode(() -> second.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }
  }

  private void planAndGoOn() {
    transaction.executeWithoutResult(
        _ -> {
          times.schedule(recipients);
          jdbc.sql("select 1").query().singleRow();
        });
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)
            .query(Integer.class)
            .single()
        > 0;
  }
}
