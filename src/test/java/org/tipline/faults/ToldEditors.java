package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.faults.EditorsMail.Manner;
import org.tipline.support.PackagedTipline;

/**
 * How often editors are told of tips whose notices the mail server does not take at first, and
 * whether other work goes on meanwhile. In a database of its own, for no other instance here has a
 * mail server.
 */
final class ToldEditors implements AutoCloseable {

  private static final List<Client> CLIENTS = List.of(Client.values());
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration MOST_LATE = Duration.ofSeconds(10);

  private final Newsroom newsroom;
  private final Table table;
  private final int editors;
  private final Duration quiet;
  private final EditorsMail mail = new EditorsMail();
  private final String url;
  private final JdbcClient database;
  private final PackagedTipline gateway;

  /**
   * @param quiet the shortest time between two mails to one editor
   */
  ToldEditors(Newsroom newsroom, Table table, int editors, Duration quiet)
      throws IOException, InterruptedException {
    this.newsroom = newsroom;
    this.table = table;
    this.editors = editors;
    this.quiet = quiet;
    newsroom.postgres().client().sql("create database telling").update();
    this.url = newsroom.postgres().url().replace("/postgres?", "/telling?");
    this.database = JdbcClient.create(new DriverManagerDataSource(url));
    this.gateway = newsroom.gateway("telling", url, settings());
    addEditors();
  }

  /** What acknowledges a mail would go by the editors' mail server too. */
  private Map<String, String> settings() {
    return Map.of(
        "SPRING_MAIL_HOST",
        "127.0.0.1",
        "SPRING_MAIL_PORT",
        String.valueOf(mail.port()),
        "TIPLINE_NOTIFY_QUIET",
        quiet.toSeconds() + "s",
        "TIPLINE_REPLY_ACKNOWLEDGE",
        "false");
  }

  private void addEditors() {
    database
        .sql(
            """
            with made as (
              insert into editors (id, email, name, roles, created_at)
              select gen_random_uuid(), 'editor' || n || '@desk.example', 'Editor ' || n, '{EDITOR}', now()
              from generate_series(1, ?) n returning id)
            insert into desk_members (desk_id, editor_id)
            select desks.id, made.id from made, desks where desks.slug = 'news'
            """)
        .param(editors)
        .update();
  }

  /**
   * Tips come while the mail server behaves like this, and it is well again only after {@code
   * outage}.
   *
   * @param mostTold how often an editor may be told of one tip
   */
  void tell(Manner manner, int tips, Duration over, Duration outage, int mostTold)
      throws Exception {
    database.sql("truncate notices").update();
    mail.behave(manner);
    var late = send(tips, over, outage);
    mail.behave(Manner.TAKES);
    await().atMost(PATIENCE).until(() -> notices("WAITING") == 0);
    var told = Told.by(mail.collect());
    table.add(title(manner, tips, outage), remark(told, late));
    assertThat(told.editors()).isEqualTo(editors);
    assertThat(told.least()).as("told of").isGreaterThanOrEqualTo(tips);
    assertThat(told.most()).as("told of").isLessThanOrEqualTo(tips * mostTold);
    assertThat(told.oftenest()).as("told of one tip").isLessThanOrEqualTo(mostTold);
    assertThat(told.shortest()).as("between two mails").isGreaterThanOrEqualTo(quiet);
    assertThat(late).as("other work late").isLessThan(MOST_LATE);
    assertThat(mostTold > 1 || notices("FAILED") == 0).as("given up").isTrue();
  }

  /**
   * The same by two instances, of which one is killed at any moment. Whoever it was telling just
   * then may be told again.
   */
  void tellByTwo(int tips, Duration over, int kills) throws Exception {
    database.sql("truncate notices").update();
    mail.behave(Manner.TAKES);
    try (var second = newsroom.gateway("telling-two", url, settings());
        var killer = Executors.newSingleThreadExecutor()) {
      var killed = killer.submit(() -> kill(second, kills));
      send(tips, over);
      killed.get();
      await().atMost(PATIENCE).until(() -> written() == tips * editors);
      await().atMost(PATIENCE).until(() -> notices("WAITING") == 0);
    }
    var told = Told.by(mail.collect());
    table.add(
        "%,d tips told by two instances, one killed × %d".formatted(tips, kills),
        "%d editors, each told of %,d to %,d, of one tip at most %d ×"
            .formatted(editors, told.least(), told.most(), told.oftenest()));
    assertThat(told.editors()).isEqualTo(editors);
    assertThat(told.least()).as("told of").isGreaterThanOrEqualTo(tips);
    assertThat(told.oftenest()).as("told of one tip").isLessThanOrEqualTo(2);
  }

  private static int kill(PackagedTipline instance, int kills)
      throws IOException, InterruptedException {
    for (var kill = 0; kill < kills; kill++) {
      TimeUnit.MILLISECONDS.sleep(Faults.random(3_000));
      instance.killAndRestart();
    }
    return kills;
  }

  /** How late other work was until the outage ends. */
  private Duration send(int tips, Duration over, Duration outage) throws Exception {
    var ends = System.nanoTime() + outage.toNanos();
    try (var others = new OtherWork(database)) {
      send(tips, over);
      await().atMost(PATIENCE).until(() -> written() == tips * editors);
      TimeUnit.NANOSECONDS.sleep(ends - System.nanoTime());
      assertThat(gateway.health()).endsWith("\"status\":\"UP\"}");
      return others.latest();
    }
  }

  /** By all four channels in turn, each from a reader of its own: every message is a tip. */
  private void send(int tips, Duration over) throws Exception {
    var began = System.nanoTime();
    var answers = new ArrayList<Future<String>>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < tips; n++) {
        TimeUnit.NANOSECONDS.sleep(began + over.toNanos() * n / tips - System.nanoTime());
        var client = CLIENTS.get(n % CLIENTS.size());
        answers.add(clients.submit(() -> client.send(gateway, Faults.message())));
      }
    }
    for (var answer : answers) {
      assertThat(answer.get()).matches(Client::isReceived);
    }
  }

  private int written() {
    return database.sql("select count(*) from notices").query(Integer.class).single();
  }

  private int notices(String state) {
    return database
        .sql("select count(*) from notices where state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  private static String title(Manner manner, int tips, Duration outage) {
    var words = manner.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%,d tips, editors' mail %s %d s".formatted(tips, words, outage.toSeconds());
  }

  private String remark(Told told, Duration late) {
    return "%d editors, each told of %,d to %,d in %,d mails%s, of one tip %d ×; %d notices given up; other work %.1f s late"
        .formatted(
            editors,
            told.least(),
            told.most(),
            told.mails(),
            between(told),
            told.oftenest(),
            notices("FAILED"),
            late.toMillis() / 1e3);
  }

  private static String between(Told told) {
    return told.mails() == told.editors()
        ? ""
        : " with %.1f s between two".formatted(told.shortest().toMillis() / 1e3);
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    mail.close();
  }
}
