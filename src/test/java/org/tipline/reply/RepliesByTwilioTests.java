package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.support.TwilioCaller;
import org.tipline.support.TwilioSends;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + RepliesByTwilioTests.ACCOUNT,
      "tipline.twilio.auth-token=" + RepliesByTwilioTests.TOKEN,
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254743570000",
      "tipline.reply.acknowledge=false",
      // a message that hangs takes a call for seven seconds
      "tipline.reply.sending.at-once=48"
    })
class RepliesByTwilioTests {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private static final int RUNS = 1_000;
  private static final int READERS = 50;
  private static final int HANGING = 40;
  private static final TwilioSends TWILIO = started();

  @Autowired private Replies replies;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void twilio(DynamicPropertyRegistry properties) {
    properties.add("tipline.twilio.api-url", TWILIO::address);
  }

  private static TwilioSends started() {
    try {
      return new TwilioSends(Duration.ZERO);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void stop() {
    TWILIO.close();
  }

  @Test
  void whatTwilioTookWithoutAWordIsNeverSentTwice() throws Exception {
    var readers = new ArrayList<UUID>();
    for (var reader = 0; reader < READERS; reader++) {
      readers.add(message("twilio-sms", "+2541991%05d".formatted(reader)));
    }
    IntStream.range(0, RUNS).forEach(run -> write(readers.get(run % READERS), words(run)));
    await().atMost(Duration.ofMinutes(2)).until(() -> count("UNCERTAIN") == RUNS);
    clock.pass(Duration.ofSeconds(30));
    await().atMost(Duration.ofMinutes(2)).until(() -> count("SENT") == RUNS);

    assertThat(TWILIO.taken().stream().filter(words -> words.startsWith("Run ")))
        .hasSize(RUNS)
        .doesNotHaveDuplicates();
  }

  private static String words(int run) {
    var then =
        run < HANGING ? TwilioSends.HANG : run % 2 == 0 ? TwilioSends.BREAK : TwilioSends.FAIL;
    return "Run " + run + " " + then;
  }

  private int count(String state) {
    return jdbc.sql("select count(*) from replies where text like 'Run %' and state = ?")
        .param(state)
        .query(Integer.class)
        .single();
  }

  @Test
  void replyGoesOutAndItsReceiptsComeIn() throws Exception {
    var reply = write(message("twilio-whatsapp", "whatsapp:+254199200001"), "Asante");
    await().until(() -> SentReply.of(jdbc, reply).state() == ReplyState.SENT);
    var sid = String.valueOf(SentReply.of(jdbc, reply).externalId());

    for (var status : List.of("read", "delivered", "sent")) {
      assertThat(
              caller()
                  .call(
                      "/hooks/twilio-whatsapp",
                      Map.of("MessageSid", sid, "MessageStatus", status, "AccountSid", ACCOUNT))
                  .statusCode())
          .isEqualTo(200);
    }

    await().until(() -> SentReply.of(jdbc, reply).state() == ReplyState.READ);
  }

  @Test
  void failureShowsInWords() throws Exception {
    var reply = write(message("twilio-sms", "+254199200002"), "Asante");
    await().until(() -> SentReply.of(jdbc, reply).state() == ReplyState.SENT);
    var sid = String.valueOf(SentReply.of(jdbc, reply).externalId());

    caller()
        .call(
            "/hooks/twilio-sms",
            Map.of(
                "MessageSid",
                sid,
                "MessageStatus",
                "undelivered",
                "ErrorCode",
                "30003",
                "AccountSid",
                ACCOUNT));

    await().until(() -> SentReply.of(jdbc, reply).state() == ReplyState.FAILED);
    assertThat(SentReply.of(jdbc, reply).failure())
        .isEqualTo("The reader's phone could not be reached. (Twilio's error 30003)");
  }

  private UUID write(UUID message, String text) {
    return replies.write(new NewReply(ReplyKind.ANSWER, message, null, null, text, null));
  }

  private UUID message(String channel, String from) throws Exception {
    var sid = TwilioCaller.messageSid();
    caller().message(channel, sid, from, "Mafuriko", Map.of());
    return await().until(() -> submission(sid), Optional::isPresent).orElseThrow();
  }

  private Optional<UUID> submission(String sid) {
    return jdbc.sql("select id from submissions where external_id = ?")
        .param(sid)
        .query(UUID.class)
        .optional();
  }

  private TwilioCaller caller() {
    return new TwilioCaller(
        URI.create("http://127.0.0.1:" + port), "https://tips.example.org", ACCOUNT, TOKEN);
  }
}
