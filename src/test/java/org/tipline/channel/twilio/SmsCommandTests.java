package org.tipline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.reply.OptOuts;
import org.tipline.support.NewsroomTest;
import org.tipline.support.TwilioCaller;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + TwilioWire.ACCOUNT,
      "tipline.twilio.auth-token=" + TwilioWire.TOKEN,
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254743570000"
    })
class SmsCommandTests {

  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  private final String reader =
      "+254199" + (100_000 + RandomGenerator.getDefault().nextInt(900_000));

  @Test
  void advancedOptOutIsRecordedAndNotAnsweredAgain() throws Exception {
    var stop = send("Tafadhali acheni", Map.of("OptOutType", "STOP"));
    assertThat(optOuts.isOptedOut(stop)).isTrue();
    assertThat(repliesTo(stop)).isZero();
    assertThat(tipsOf(stop)).isZero();

    var start = send("Rudisheni", Map.of("OptOutType", "START"));
    assertThat(optOuts.isOptedOut(start)).isFalse();
    assertThat(repliesTo(start)).isZero();
  }

  @Test
  void longCodeIsAnsweredByTwilio() throws Exception {
    var stop = send("STOP", Map.of("To", "+254743570000"));

    assertThat(optOuts.isOptedOut(stop)).isTrue();
    assertThat(repliesTo(stop)).isZero();
  }

  @Test
  void tipThatBeginsWithStopOpensATip() throws Exception {
    var tip = send("Stop the demolition at Mukuru", Map.of());

    assertThat(tipsOf(tip)).isEqualTo(1);
    assertThat(optOuts.isOptedOut(tip)).isFalse();
  }

  private UUID send(String text, Map<String, String> extra) throws Exception {
    var sid = TwilioCaller.messageSid();
    var twilio =
        new TwilioCaller(
            URI.create("http://127.0.0.1:" + port),
            Twilio.PUBLIC_URL,
            TwilioWire.ACCOUNT,
            TwilioWire.TOKEN);
    assertThat(twilio.message("twilio-sms", sid, reader, text, extra).statusCode()).isEqualTo(200);
    return await()
        .until(
            () ->
                jdbc.sql("select id from submissions where external_id = ?")
                    .param(sid)
                    .query(UUID.class)
                    .list(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private int repliesTo(UUID message) {
    return count("select count(*) from replies where submission_id = ?", message);
  }

  private int tipsOf(UUID message) {
    return count("select count(*) from tip_submissions where submission_id = ?", message);
  }

  private int count(String sql, UUID message) {
    return jdbc.sql(sql).param(message).query(Integer.class).single();
  }
}
