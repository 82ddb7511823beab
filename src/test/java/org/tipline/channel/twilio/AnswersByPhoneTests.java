package org.tipline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RepliesSent;
import org.tipline.support.SettableClock;
import org.tipline.support.TwilioCaller;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + TwilioWire.ACCOUNT,
      "tipline.twilio.auth-token=" + TwilioWire.TOKEN,
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254743570000"
    })
class AnswersByPhoneTests {

  private static final String SMS = "twilio-sms";
  private static final String WHATSAPP = "twilio-whatsapp";

  private final String number =
      "+2543005%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));

  @Autowired private RepliesSent replies;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  @ParameterizedTest
  @ValueSource(strings = {SMS, WHATSAPP})
  void messageSoonAfterOurAnswerBelongsToTheTipThatWasAnswered(String channel) throws Exception {
    var first = send(channel, number, Map.of());
    clock.pass(Duration.ofDays(30));
    replies.to(first, "ANSWER", "DELIVERED");
    clock.pass(Duration.ofDays(6));

    assertThat(tip(send(channel, number, Map.of()))).isEqualTo(tip(first));
    assertThat(tip(send(channel, stranger(), Map.of()))).isNotEqualTo(tip(first));
    clock.pass(Duration.ofDays(2));
    assertThat(tip(send(channel, number, Map.of()))).isNotEqualTo(tip(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STATUS", "OPT_OUT", "HELP", "PUBLISHED"})
  void whatAMachineWroteAsksNobodyAnything(String kind) throws Exception {
    var first = send(SMS, number, Map.of());
    replies.to(first, kind, "DELIVERED");
    clock.pass(Duration.ofHours(1));

    assertThat(tip(send(SMS, number, Map.of()))).isNotEqualTo(tip(first));
  }

  @Test
  void answerThatNeverArrivedIsNotAnswered() throws Exception {
    var first = send(SMS, number, Map.of());
    replies.to(first, "ANSWER", "FAILED");
    clock.pass(Duration.ofHours(1));

    assertThat(tip(send(SMS, number, Map.of()))).isNotEqualTo(tip(first));
  }

  @Test
  void ofTwoTipsTheOneThatWasAnsweredLastGoesOn() throws Exception {
    var older = send(SMS, number, Map.of());
    clock.pass(Duration.ofHours(1));
    var newer = send(SMS, number, Map.of());
    assertThat(tip(newer)).isNotEqualTo(tip(older));
    clock.pass(Duration.ofMinutes(5));
    replies.to(older, "ANSWER", "SENT");
    clock.pass(Duration.ofMinutes(5));

    assertThat(tip(send(SMS, number, Map.of()))).isEqualTo(tip(older));
    assertThat(tip(send(SMS, number, Map.of()))).isEqualTo(tip(older));
  }

  @Test
  void messageThatQuotesOursOnWhatsAppGoesOnWithItsTip() throws Exception {
    var first = send(WHATSAPP, number, Map.of());
    var token = replies.to(first, "STATUS", "READ");
    clock.pass(Duration.ofDays(300));
    var quotes = Map.of("OriginalRepliedMessageSid", "SM" + token);

    assertThat(tip(send(WHATSAPP, number, quotes))).isEqualTo(tip(first));

    var before = replies.row(tip(first));
    var other = replies.row(tip(send(WHATSAPP, stranger(), quotes)));
    assertThat(other.finding())
        .isEqualTo("Claims to belong to " + before.reference() + ", from another sender.");
    assertThat(replies.row(tip(first))).isEqualTo(before);
  }

  private UUID tip(String sid) {
    return replies.tipOf(sid);
  }

  private String send(String channel, String from, Map<String, String> extra) throws Exception {
    var sid = TwilioCaller.messageSid();
    var caller =
        new TwilioCaller(
            URI.create("http://127.0.0.1:" + port),
            "https://tips.example.org",
            TwilioWire.ACCOUNT,
            TwilioWire.TOKEN);
    var sender = channel.equals(WHATSAPP) ? "whatsapp:" + from : from;
    var answer = caller.message(channel, sid, sender, "Maji " + sid, extra);
    assertThat(answer.statusCode()).isEqualTo(200);
    replies.tipOf(sid);
    return sid;
  }

  private static String stranger() {
    return "+2543006%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
  }
}
