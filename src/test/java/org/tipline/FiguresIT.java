package org.tipline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipline.support.FormReader;
import org.tipline.support.MailSender;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TestDatabases;
import org.tipline.support.TwilioCaller;

/**
 * Prints the README's figures: {@code mvn verify -Pfigures}. Each channel's calls leave at a fixed
 * rate, whether or not earlier ones have been answered, and are timed from when they were due. The
 * yardstick is the same PostgreSQL committing one row a time at the same rate, in the same run.
 */
@Tag("figures")
class FiguresIT {

  private static final int A_SECOND = 50;
  private static final int CALLS = 1_000;
  private static final int WARM_UP = 500;
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir static Path folder;

  @Test
  void printsStartMemoryAndLatency() throws Exception {
    var database = TestDatabases.fresh();
    var began = System.nanoTime();
    try (var tipline = new PackagedTipline(folder, environment(database))) {
      System.out.printf(
          "%nstart to healthy: %.1f s%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis() / 1e3);
      System.out.printf("resident memory, idle: %d MB%n", tipline.residentMegabytes());
      var twilio = new TwilioCaller(tipline.base(), tipline.base().toString(), ACCOUNT, TOKEN);
      var mail = new MailSender(tipline.smtpPort());
      System.out.printf(
          "%n%d calls at %d/s, milliseconds%n%-28s %8s %8s %8s%n",
          CALLS, A_SECOND, "", "p50", "p99", "max");
      measure("one row committed by JDBC", yardstick(database));
      measure("twilio-sms", () -> sms(twilio, "twilio-sms", "+2541990" + random()));
      measure(
          "twilio-whatsapp", () -> sms(twilio, "twilio-whatsapp", "whatsapp:+2541990" + random()));
      measure("web (page and post)", () -> form(tipline));
      measure("email (new connection)", () -> mail(mail));
      measure("one row committed by JDBC", yardstick(database));
      System.out.printf("%nresident memory, after it: %d MB%n", tipline.residentMegabytes());
    }
  }

  private static Map<String, String> environment(String database) {
    return Map.of(
        "SPRING_DATASOURCE_URL",
        database,
        "SPRING_DATASOURCE_USERNAME",
        "postgres",
        "TIPLINE_TWILIO_ACCOUNTSID",
        ACCOUNT,
        "TIPLINE_TWILIO_AUTHTOKEN",
        TOKEN,
        "TIPLINE_CHANNELS_TWILIOSMS_NUMBER",
        "25170",
        "TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER",
        "+254743570000",
        "TIPLINE_CHANNELS_EMAIL_ADDRESS",
        "wananchi@example.org",
        "TIPLINE_CHANNELS_WEB_POSTSPERNETWORK",
        "1000000", // every post comes from one address here
        "TIPLINE_CHANNELS_WEB_POSTSPERMINUTE",
        "1000000");
  }

  private static Callable<Boolean> yardstick(String database) throws Exception {
    var connection = DriverManager.getConnection(database, "postgres", "");
    try (var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists yardstick (id uuid primary key, body bytea not null)");
    }
    var insert = connection.prepareStatement("insert into yardstick values (?, ?)");
    var body = new byte[500];
    return () -> {
      synchronized (insert) {
        insert.setObject(1, UUID.randomUUID());
        insert.setBytes(2, body);
        return insert.executeUpdate() == 1;
      }
    };
  }

  private static boolean sms(TwilioCaller twilio, String channel, String from) throws Exception {
    var sid = TwilioCaller.messageSid();
    return twilio.message(channel, sid, from, "Mafuriko " + sid, Map.of()).statusCode() == 200;
  }

  private static boolean form(PackagedTipline tipline) throws Exception {
    var reader = new FormReader(tipline.base());
    var fields = new LinkedHashMap<>(reader.hiddenFields());
    fields.put("text", "Hakuna maji " + UUID.randomUUID());
    return reader.post(fields, Map.of()).statusCode() == 303;
  }

  private static boolean mail(MailSender mail) throws Exception {
    var id = UUID.randomUUID();
    return mail.send(
            id + "@example.net",
            "wananchi@example.org",
            "From: <" + id + "@example.net>\r\nSubject: " + id + "\r\n\r\nWords.\r\n")
        .startsWith("250");
  }

  private static String random() {
    return String.format("%06d", (int) (Math.random() * 1_000_000));
  }

  private static void measure(String name, Callable<Boolean> call) throws Exception {
    run(call, WARM_UP);
    var micros = run(call, CALLS);
    Arrays.sort(micros);
    System.out.printf(
        "%-28s %8.1f %8.1f %8.1f%n",
        name, micros[CALLS / 2] / 1e3, micros[CALLS * 99 / 100] / 1e3, micros[CALLS - 1] / 1e3);
  }

  private static long[] run(Callable<Boolean> call, int calls) throws Exception {
    var micros = new long[calls];
    var answers = new ArrayList<Future<?>>();
    var began = System.nanoTime();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var n = 0; n < calls; n++) {
        var number = n;
        var due = began + n * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        answers.add(
            callers.submit(
                () -> {
                  assertThat(call.call()).isTrue();
                  micros[number] = (System.nanoTime() - due) / 1_000;
                  return null;
                }));
      }
    }
    for (var answer : answers) {
      answer.get();
    }
    return micros;
  }
}
