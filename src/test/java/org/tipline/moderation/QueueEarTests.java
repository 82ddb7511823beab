package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.Rehearsal;

@NewsroomTest
class QueueEarTests {

  @Autowired private ConfigurableApplicationContext context;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @Test
  void changeOfWhichNoWordCameIsNoticed() throws Exception {
    var words = UUID.randomUUID().toString();
    assertThat(new Rehearsal(port).message("0744" + words, words, words)).isEqualTo(200);
    await().until(() -> queue.tipsWith(words) == 1);
    var heard = new AtomicInteger();
    ApplicationListener<PayloadApplicationEvent<QueueChanged>> ear = _ -> heard.incrementAndGet();
    context.addApplicationListener(ear);

    // as an instance does that dies between its commit and its word
    jdbc.sql(
            """
            insert into tip_history (id, tip_id, at, action)
            select ?, tip_id, at, 'remarked' from tip_history order by id desc limit 1
            """)
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .update();

    await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() > 0);
    context.removeApplicationListener(ear);
  }
}
