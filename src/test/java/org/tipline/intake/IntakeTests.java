package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RehearsalChannel;

@NewsroomTest
class IntakeTests {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String key = UUID.randomUUID().toString();
  private final String sender = "+254199" + key;

  @Autowired private JdbcClient jdbc;
  @Autowired private Deliveries deliveries;
  @Autowired private Refusals refusals;

  @LocalServerPort private int port;

  @Test
  void deliveryIsATipByTheTimeAnybodyLooks() throws Exception {
    assertThat(post("words " + key)).isEqualTo(200);

    awaitRead();
    assertThat(tips()).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select first_line from tips t join tip_submissions s on s.tip_id = t.id join"
                        + " submissions m on m.id = s.submission_id where m.external_id = ?")
                .param(key + "-0")
                .query(String.class)
                .single())
        .isEqualTo("words " + key);
  }

  @Test
  void fiftyCopiesAtOnceAreOneTip() throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var copies =
          IntStream.range(0, 50).<Callable<Integer>>mapToObj(_ -> () -> post("same")).toList();
      for (var copy : readers.invokeAll(copies)) {
        assertThat(copy.get()).isEqualTo(200);
      }
    }
    awaitRead();
    assertThat(count("select count(*) from deliveries where key = ?")).isEqualTo(1);
    assertThat(tips()).isEqualTo(1);
  }

  @Test
  void forgedDeliveryIsRefusedAndNotKept() throws Exception {
    var request =
        HttpRequest.newBuilder(hook()).POST(HttpRequest.BodyPublishers.ofString(key)).build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).isEmpty();
    assertThat(count("select count(*) from deliveries where key = ?")).isZero();
    // a delivery of another test may fail at this very moment, and be the channel's latest failure
    assertThat(refusals.last(RehearsalChannel.NAME))
        .extracting(Refusals.Refusal::reason, STRING)
        .contains("no rehearsal");
  }

  @Test
  void oversizedDeliveryIsRefused() throws Exception {
    assertThat(post("x".repeat(1 << 20))).isEqualTo(413);
  }

  @Test
  void unknownChannelHasNoHook() throws Exception {
    for (var name : new String[] {"nobody", "web", "%00", "Twilio"}) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hooks/" + name))
              .POST(HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isIn(400, 404);
    }
  }

  @Test
  void callThatBreaksOffIsAnsweredWithoutABody() throws Exception {
    var broken =
        "POST /hooks/rehearsal HTTP/1.1\r\n"
            + "Host: a\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "no chunk\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(broken.getBytes(StandardCharsets.US_ASCII));

      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 400").containsIgnoringCase("Content-Length: 0");
    }
  }

  @Test
  void oneBrokenPartOfThreeHundredHoldsUpNoneOfTheOthers() throws Exception {
    var lines = new ArrayList<String>();
    for (var n = 0; n < 300; n++) {
      lines.add(
          n == 150 ? RehearsalChannel.BROKEN : sender + n + "|" + key + "-" + n + "|story " + n);
    }
    assertThat(postLines(String.join("\n", lines))).isEqualTo(200);

    awaitRead();
    assertThat(
            count(
                "select count(*) from submissions s join deliveries d on d.id = s.delivery_id where"
                    + " d.key = ?"))
        .isEqualTo(299);
    assertThat(deliveries.remarks(1_000))
        .filteredOn(remark -> remark.deliveryId().equals(id()))
        .singleElement()
        .satisfies(remark -> assertThat(remark.position()).isEqualTo(150));
  }

  @Test
  void messageThatCannotBeAddedIsTriedAgainAndTheOthersAreThere() throws Exception {
    assertThat(
            postLines(
                sender
                    + "|"
                    + key
                    + "-0|first\n"
                    + sender
                    + "|"
                    + key
                    + "-1|"
                    + RehearsalChannel.LOST_UPLOAD
                    + "\n"
                    + sender
                    + "|"
                    + key
                    + "-2|third"))
        .isEqualTo(200);

    await()
        .until(
            () ->
                count("select count(*) from deliveries where failure is not null and key = ?")
                    == 1);
    assertThat(
            count(
                "select count(*) from submissions s join deliveries d on d.id = s.delivery_id where"
                    + " d.key = ?"))
        .isEqualTo(2);
  }

  @Test
  void unreadableDeliveryIsParkedWithItsReasonAndReplayed() throws Exception {
    assertThat(postLines("unreadable")).isEqualTo(200);

    await().until(() -> state().equals("UNREADABLE"));
    assertThat(deliveries.parked(1_000))
        .filteredOn(parked -> parked.id().equals(id()))
        .singleElement()
        .satisfies(
            parked ->
                assertThat(parked.failure()).isEqualTo("The rehearsal says it cannot be read."));
    assertThat(deliveries.replay(id())).isTrue();
    assertThat(deliveries.replay(UUID.randomUUID())).isFalse();
    await().until(() -> state().equals("UNREADABLE"));
  }

  @Test
  void parserThatAlwaysThrowsIsParkedAfterFiveTriesAndHoldsUpNobody() throws Exception {
    assertThat(postLines("bug")).isEqualTo(200);
    for (var attempt = 1; attempt <= Sorter.MOST_ATTEMPTS; attempt++) {
      var failed = attempt;
      await()
          .until(
              () ->
                  count(
                          "select count(*) from deliveries where attempts = "
                              + failed
                              + " and failure is not null and key = ?")
                      == 1);
      jdbc.sql(
              "update deliveries set next_attempt_at = received_at where key = ? and state ="
                  + " 'RECEIVED'")
          .param(key)
          .update();
    }
    await().until(() -> state().equals("UNREADABLE"));
    assertThat(
            jdbc.sql("select failure from deliveries where key = ?")
                .param(key)
                .query(String.class)
                .single())
        .startsWith("IllegalStateException at org.tipline.support.RehearsalChannel");
  }

  @Test
  void parserThatOverflowsTheStackHoldsUpNobody() throws Exception {
    assertThat(postLines("overflow")).isEqualTo(200);
    await()
        .until(
            () ->
                count(
                        "select count(*) from deliveries where failure like 'StackOverflowError%'"
                            + " and key = ?")
                    == 1);

    assertThat(send("next " + key + "\n" + sender + "|" + key + "-next|still sorted"))
        .isEqualTo(200);
    await()
        .until(
            () -> count("select count(*) from submissions where external_id = ? || '-next'") == 1);
  }

  /** What a kill leaves behind: the attempt is counted, and nothing says how it ended. */
  @Test
  void deliveryThatEndedTiplineFiveTimesIsParkedUntilSomebodyReadsItAgain() throws Exception {
    assertThat(post("deadly " + key)).isEqualTo(200);
    awaitRead();
    jdbc.sql(
            "update deliveries set state = 'RECEIVED', attempts = 5, next_attempt_at = received_at"
                + " where key = ?")
        .param(key)
        .update();

    await().until(() -> state().equals("UNREADABLE"));
    assertThat(deliveries.parked(1_000))
        .filteredOn(parked -> parked.id().equals(id()))
        .singleElement()
        .satisfies(
            parked ->
                assertThat(parked.failure()).startsWith("Tipline ended while it sorted this"));
    assertThat(deliveries.replay(id())).isTrue();
    awaitRead();
  }

  @Test
  void fiveBubblesAtOnceAreOneTip() throws Exception {
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var bubbles =
          IntStream.range(0, 5)
              .<Callable<Integer>>mapToObj(
                  n ->
                      () ->
                          send(
                              key + "/" + n + "\n" + sender + "|" + key + "-" + n + "|bubble " + n))
              .toList();
      for (var bubble : readers.invokeAll(bubbles)) {
        assertThat(bubble.get()).isEqualTo(200);
      }
    }
    await()
        .until(
            () -> count("select count(*) from submissions where external_id like ? || '-%'") == 5);
    assertThat(
            count(
                "select count(distinct tip_id) from tip_submissions s join submissions m on m.id ="
                    + " s.submission_id where m.external_id like ? || '-%'"))
        .isEqualTo(1);
  }

  @Test
  void whatIsKeptIsSealed() throws Exception {
    assertThat(post("the minister's driver told me")).isEqualTo(200);
    awaitRead();
    var raw =
        jdbc.sql("select sealed from deliveries where key = ?")
            .param(key)
            .query(byte[].class)
            .single();
    assertThat(new String(raw, StandardCharsets.ISO_8859_1))
        .doesNotContain("driver")
        .doesNotContain(sender);
    assertThat(
            jdbc.sql("select string_agg(encode(sealed, 'escape'), ' ') from reader_addresses")
                .query(String.class)
                .single())
        .doesNotContain(sender);
  }

  private int post(String text) throws Exception {
    return postLines(sender + "|" + key + "-0|" + text);
  }

  private int postLines(String lines) throws Exception {
    return send(key + "\n" + lines);
  }

  private int send(String body) throws Exception {
    var request =
        HttpRequest.newBuilder(hook())
            .header("X-Rehearsal", "yes")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private URI hook() {
    return URI.create("http://127.0.0.1:" + port + "/hooks/" + RehearsalChannel.NAME);
  }

  private void awaitRead() {
    await().until(() -> state().equals("READ"));
  }

  private String state() {
    return jdbc.sql("select state from deliveries where key = ?")
        .param(key)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private UUID id() {
    return jdbc.sql("select id from deliveries where key = ?")
        .param(key)
        .query(UUID.class)
        .single();
  }

  private int tips() {
    return count(
        """
        select count(distinct ts.tip_id) from deliveries d join submissions s on s.delivery_id = d.id
        join tip_submissions ts on ts.submission_id = s.id where d.key = ?
        """);
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(key).query(Integer.class).single();
  }
}
