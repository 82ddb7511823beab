package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TwilioCaller;

/**
 * Albums of five pictures, which WhatsApp delivers as five messages at the same moment, to two
 * instances. In a database of their own, for no other instance here has a Twilio with files.
 */
final class Albums {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PICTURES = 5;

  private final Newsroom newsroom;
  private final Table table;
  private final String url;
  private final JdbcClient database;

  Albums(Newsroom newsroom, Table table) {
    this.newsroom = newsroom;
    this.table = table;
    newsroom.postgres().client().sql("create database albums").update();
    this.url = newsroom.postgres().url().replace("/postgres?", "/albums?");
    this.database = JdbcClient.create(new DriverManagerDataSource(url));
  }

  void send(int albums) throws Exception {
    try (var pictures = new Pictures();
        var left = newsroom.gateway("left", url, pictures.settings());
        var right = newsroom.gateway("right", url, pictures.settings())) {
      for (var n = 0; n < albums; n++) {
        sendTogether(List.of(left, right), "+25478" + String.format("%07d", n), pictures);
      }
      await().atMost(PATIENCE).until(() -> stored() == albums * PICTURES);
    }
    var whole = whole();
    table.add(
        "5 pictures at once on two instances × " + albums,
        whole + " tips of five pictures, all stored");
    assertThat(whole).isEqualTo(albums);
  }

  private static void sendTogether(
      List<PackagedTipline> instances, String sender, Pictures pictures) throws Exception {
    var start = new CountDownLatch(1);
    var answers = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < PICTURES; n++) {
        var to = instances.get(n % instances.size());
        var sid = TwilioCaller.messageSid();
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return Client.picture(to, sid, sender, pictures.address(sid));
                }));
      }
      start.countDown();
    }
    for (var answer : answers) {
      assertThat(answer.get()).isEqualTo("200");
    }
  }

  private int stored() {
    return database
        .sql("select count(*) from attachments where state = 'STORED' and type = 'image/jpeg'")
        .query(Integer.class)
        .single();
  }

  /** Tips of five messages of one reader with a file each. */
  private int whole() {
    return database
        .sql(
            """
            select count(*) from (
              select ts.tip_id from tip_submissions ts
              join submissions s on s.id = ts.submission_id
              join attachments a on a.submission_id = s.id
              group by ts.tip_id
              having count(*) = 5 and count(distinct s.id) = 5 and count(distinct s.reader_id) = 1
                and count(distinct a.sha256) = 5) tips
            """)
        .query(Integer.class)
        .single();
  }
}
