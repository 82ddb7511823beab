package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.ChannelContract;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.StoreAway;

@NewsroomTest(
    properties = {
      "tipline.twilio.account-sid=" + TwilioWire.ACCOUNT,
      "tipline.twilio.auth-token=" + TwilioWire.TOKEN,
      "tipline.channels.twilio-sms.number=25170",
      "tipline.channels.twilio-whatsapp.number=+254743570000"
    })
class SmsContractTests implements ChannelContract {

  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  @Override
  public Wire wire() {
    return new TwilioWire("twilio-sms", "", port);
  }

  @Override
  public StoreAway store() {
    return store;
  }

  @Override
  public QueueWatch queue() {
    return queue;
  }

  @Test
  void textThatNoScreenCanShowIsCutAndKeptWholeAsAFile() throws Exception {
    var id = UUID.randomUUID().toString();
    var text = id + " " + "é😀".repeat(50_000); // 900,000 bytes on the wire
    assertThat(wire().deliver(id, text)).isEqualTo(Verdict.RECEIVED);
    await().until(() -> queue.tipsWith(id) == 1);

    assertThat(
            jdbc.sql(
                    """
                    select length(s.text) < 20001 and length(s.text) > 13000 and 'INCOMPLETE' = any(s.marks)
                      and a.name = 'message.txt' and a.state = 'STORED' and a.bytes = ?
                    from submissions s join attachments a on a.submission_id = s.id
                    where s.text like ? || '%'
                    """)
                .params(text.getBytes(UTF_8).length, id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
