package org.tipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.support.Http;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TestDatabases;
import org.tipline.support.TwilioCaller;
import org.tipline.support.TwilioSends;

/**
 * Prints how fast replies leave: {@code mvn verify -Pfigures -Dit.test=RepliesFiguresIT}. Twilio is
 * played with 20 ms latency, on the same cores. The last round ends one of two instances on the
 * way.
 */
@Tag("figures")
class RepliesFiguresIT {

  private static final int REPLIES = 5_000;
  private static final int READERS = 100;
  private static final int CLICKS = 200;

  /** What an instance may have under way: tipline.reply.sending.at-once. */
  private static final int AT_ONCE = 24;

  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final String ADDRESS = "achieng@example.org";
  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  @TempDir static Path folder;

  private final String database = TestDatabases.fresh();
  private final JdbcClient jdbc =
      JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));

  @Test
  void printsHowFastRepliesLeave() throws Exception {
    try (var twilio = new TwilioSends(LATENCY);
        var one = instance("one", twilio)) {
      readers(one);
      click(one, twilio);
      drain("warm-up");
      drain("first");
      drain("second");
      drainWhileAnotherIsKilled(twilio);
      assertThat(twilio.taken()).hasSize(CLICKS + 4 * REPLIES).doesNotHaveDuplicates();
    }
  }

  /** From an editor's click to the request that reaches the provider. */
  private void click(PackagedTipline tipline, TwilioSends twilio) {
    var editor = new Http(tipline.base().getPort());
    var in = Map.of("username", ADDRESS, "password", PASSWORD, "_csrf", csrf(editor, "/sign-in"));
    assertThat(editor.post("/sign-in", in).statusCode()).isEqualTo(302);
    var tip = Jsoup.parse(editor.get("/desk").body()).select(".row a").attr("href");
    var took = new ArrayList<Double>();
    for (var click = 0; click < CLICKS; click++) {
      took.add(click(editor, tip.replaceFirst("\\?.*", ""), "click " + click, twilio));
    }
    took.sort(null);
    System.out.printf(
        "%nclick to the provider's request, %d times, ms: p50 %.0f, p99 %.0f, longest %.0f%n",
        CLICKS, took.get(CLICKS / 2), took.get(CLICKS * 99 / 100), took.getLast());
  }

  private static double click(Http editor, String tip, String words, TwilioSends twilio) {
    var form = new HashMap<String, String>();
    Jsoup.parse(editor.get(tip).body())
        .select("#reply form input[type=hidden]")
        .forEach(field -> form.put(field.attr("name"), field.val()));
    form.put("reply", words);
    var began = System.nanoTime();
    assertThat(editor.post(tip + "/replies", form).statusCode()).isEqualTo(302);
    await().pollInterval(Duration.ofMillis(1)).until(() -> twilio.arrival(words).isPresent());
    return (twilio.arrival(words).orElseThrow() - began) / 1e6;
  }

  private static String csrf(Http editor, String page) {
    return Jsoup.parse(editor.get(page).body()).select("input[name=_csrf]").val();
  }

  private void drain(String round) {
    var began = System.nanoTime();
    queue(round);
    awaitSent(round, REPLIES, Duration.ofMinutes(5));
    print(round + " round", REPLIES, began);
  }

  /** What the killed one had begun is looked up for minutes before it is sent again. */
  private void drainWhileAnotherIsKilled(TwilioSends twilio) throws Exception {
    try (var other = instance("other", twilio)) {
      var before = twilio.taken().size();
      var began = System.nanoTime();
      queue("killed");
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> twilio.taken().size() - before > REPLIES / 4);
      other.kill();
      awaitSent("killed", REPLIES - AT_ONCE, Duration.ofMinutes(5));
      print("with one of two instances killed", REPLIES - AT_ONCE, began);
      awaitSent("killed", REPLIES, Duration.ofMinutes(15));
      print("the last of them after look-ups", REPLIES, began);
    }
  }

  private PackagedTipline instance(String name, TwilioSends twilio) throws Exception {
    var environment =
        new HashMap<>(
            Map.of(
                "SPRING_DATASOURCE_URL",
                database,
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "TIPLINE_SEAL_KEY",
                folder.resolve("seal.json").toString(),
                "TIPLINE_SEAL_INDEXKEY",
                folder.resolve("index.json").toString(),
                "TIPLINE_TWILIO_ACCOUNTSID",
                ACCOUNT,
                "TIPLINE_TWILIO_AUTHTOKEN",
                TOKEN,
                "TIPLINE_TWILIO_APIURL",
                twilio.address(),
                "TIPLINE_CHANNELS_TWILIOSMS_NUMBER",
                "25170",
                "TIPLINE_REPLY_ACKNOWLEDGE",
                "false"));
    environment.putAll(Map.of("TIPLINE_ADMIN_EMAIL", ADDRESS, "TIPLINE_ADMIN_PASSWORD", PASSWORD));
    return new PackagedTipline(Files.createDirectories(folder.resolve(name)), environment);
  }

  private void readers(PackagedTipline tipline) throws Exception {
    var twilio = new TwilioCaller(tipline.base(), tipline.base().toString(), ACCOUNT, TOKEN);
    for (var reader = 0; reader < READERS; reader++) {
      var from = "+2541990%05d".formatted(reader);
      twilio.message("twilio-sms", TwilioCaller.messageSid(), from, "Mafuriko", Map.of());
    }
    await().until(() -> submissions() == READERS);
  }

  /** All at once, as acknowledgements are after an outage of the provider. */
  private void queue(String round) {
    jdbc.sql(
            """
            with readers as (
              select id, row_number() over () - 1 n from submissions),
            written as (
              insert into replies (id, kind, submission_id, channel, text, token, state_at,
                created_at, queued_at)
              select gen_random_uuid(), 'ACKNOWLEDGEMENT', r.id, 'twilio-sms',
                :round || ' ' || g, gen_random_uuid(), now(), now(), now()
              from generate_series(1, :replies) g join readers r on r.n = g % :readers
              returning id)
            insert into scheduled_replies (task_name, task_instance, execution_time, picked, version)
            select 'reply-send', id, now(), false, 1 from written
            """)
        .param("round", round)
        .param("replies", REPLIES)
        .param("readers", READERS)
        .update();
  }

  private void awaitSent(String round, int replies, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> sent(round) >= replies);
  }

  private int sent(String round) {
    return jdbc.sql("select count(*) from replies where state = 'SENT' and text like ? || ' %'")
        .param(round)
        .query(Integer.class)
        .single();
  }

  private int submissions() {
    return jdbc.sql("select count(*) from submissions").query(Integer.class).single();
  }

  private static void print(String what, int replies, long began) {
    var seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d replies, %s: %.1f s, %.0f/s%n", replies, what, seconds, replies / seconds);
  }
}
