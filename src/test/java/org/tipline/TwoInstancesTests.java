package org.tipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.moderation.QueueChanged;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.Rehearsal;

/** Two instances that share a database, the data folder and nothing else. */
@NewsroomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTests {

  @Autowired private ConfigurableApplicationContext first;
  @Autowired private DbSchedulerProperties scheduler;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int firstPort;

  private ConfigurableApplicationContext second;
  private int secondPort;

  private String run = "";

  @BeforeAll
  void startAnother() {
    second = another(first.getEnvironment());
    secondPort = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static ConfigurableApplicationContext another(Environment one) {
    return new SpringApplicationBuilder(Tipline.class)
        .run(
            "--server.port=0",
            "--management.server.port=0",
            "--server.shutdown=immediate",
            "--tipline.public-url=https://tips.example.org",
            "--tipline.spool.min-free=1MB",
            "--tipline.spool.min-free-percent=0",
            "--tipline.data=" + one.getRequiredProperty("tipline.data"),
            "--spring.datasource.url=" + one.getRequiredProperty("spring.datasource.url"),
            "--spring.datasource.username=postgres");
  }

  @BeforeEach
  void useWordsNobodyElseUses() {
    run = "run-" + UUID.randomUUID();
  }

  @AfterAll
  void stopTheOther() {
    second.close();
  }

  @Test
  void copiesAtBothAreOneTip() throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var copies =
          IntStream.range(0, 20)
              .<Callable<Integer>>mapToObj(n -> () -> at(n).message("0711", run, run))
              .toList();
      for (var copy : readers.invokeAll(copies)) {
        assertThat(copy.get()).isEqualTo(200);
      }
    }

    await().until(() -> queue.tipsWith(run) == 1);
    assertThat(queue.submissionsWith(run)).isEqualTo(1);
  }

  @Test
  void aReadersMessagesKeepTheirOrderWhicheverTheyComeTo() throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var conversations =
          IntStream.range(0, 8).<Callable<Void>>mapToObj(n -> () -> tell(n, 12)).toList();
      for (var conversation : readers.invokeAll(conversations)) {
        conversation.get();
      }
    }

    await().atMost(Duration.ofSeconds(60)).until(() -> queue.submissionsWith(run) == 96);
    assertThat(queue.tipsWith(run)).isEqualTo(8);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from (
                      select s.id, lag(s.id) over (partition by s.reader_id order by d.seq) before
                      from submissions s join deliveries d on d.id = s.delivery_id
                      where d.key like :run || '%') neighbours
                    where id < before
                    """)
                .param("run", run)
                .query(Integer.class)
                .single())
        .isZero();
  }

  private Void tell(int reader, int messages) throws Exception {
    for (var n = 0; n < messages; n++) {
      var id = run + "-" + reader + "-" + n;
      assertThat(at(n).message("07" + reader + run, id, run + " " + n)).isEqualTo(200);
    }
    return null;
  }

  @Test
  void whatOneTakesTheOthersDesksHear() throws Exception {
    var heard = new AtomicInteger();
    ApplicationListener<PayloadApplicationEvent<QueueChanged>> ear = _ -> heard.incrementAndGet();
    first.addApplicationListener(ear);

    at(1).message("0733" + run, run, run);

    await().until(() -> queue.tipsWith(run) == 1);
    await().until(() -> heard.get() > 0);
    first.removeApplicationListener(ear);
  }

  /** The beats that are missed, up to two more until somebody looks, and a poll. */
  @Test
  void killedInstanceIsNoticedWithinThirtySeconds() {
    var beats = scheduler.getMissedHeartbeatsLimit() + 2;
    assertThat(scheduler.getHeartbeatInterval().multipliedBy(beats).plusSeconds(1))
        .isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void workOfAKilledInstanceIsDoneByAnother() {
    var file = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked,
              picked_by, last_heartbeat, consecutive_failures, version)
            values ('media-fetch', ?, now(), true, 'killed', now() - interval '14 s', 0, 1)
            """)
        .param(file)
        .update();

    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                        .param(file)
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  private Rehearsal at(int n) {
    return new Rehearsal(n % 2 == 0 ? firstPort : secondPort);
  }
}
