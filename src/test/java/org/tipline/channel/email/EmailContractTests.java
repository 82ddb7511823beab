package org.tipline.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.ChannelContract;
import org.tipline.support.MailSender;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.StoreAway;

@NewsroomTest(
    properties = {
      "tipline.channels.email.address=wananchi@example.org",
      "tipline.channels.email.max-bytes=100KB",
      "tipline.channels.email.smtp.port=0"
    })
class EmailContractTests implements ChannelContract {

  private static final String OURS = "wananchi@example.org";

  @Autowired private SmtpListener listener;
  @Autowired private JdbcClient jdbc;
  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;

  @Override
  public Wire wire() {
    return new Smtp();
  }

  @Override
  public StoreAway store() {
    return store;
  }

  @Override
  public QueueWatch queue() {
    return queue;
  }

  @Override
  public Verdict whileTheStoreIsAway() {
    return Verdict.TRY_AGAIN;
  }

  @Test
  void filesOfAMailAreKept() throws IOException {
    var answer = send(OURS, new String(MailFixture.bytes("attachments"), ISO_8859_1));
    assertThat(answer).isEqualTo(Verdict.RECEIVED);
    await()
        .untilAsserted(
            () -> assertThat(files()).containsExactly("moto.png STORED", "ripoti.pdf STORED"));
  }

  private List<String> files() {
    return jdbc.sql(
            """
            select a.name || ' ' || a.state from attachments a
            join submissions s on s.id = a.submission_id
            where s.subject = 'Picha ya moto' order by a.position
            """)
        .query(String.class)
        .list();
  }

  private Verdict send(String recipient, String mail) throws IOException {
    var answer = new MailSender(listener.port()).send("amina@example.org", recipient, mail);
    return switch (answer.charAt(0)) {
      case '2' -> Verdict.RECEIVED;
      case '5' -> Verdict.REFUSED;
      default -> Verdict.TRY_AGAIN;
    };
  }

  private final class Smtp implements Wire {

    @Override
    public Verdict deliver(String id, String text) throws IOException {
      return send(OURS, mail(id, "text/plain", text));
    }

    /** Nobody signs a mail: what we can tell is whether it is meant for us. */
    @Override
    public Verdict forge(String id, String text) throws IOException {
      return send("someone@example.net", mail(id, "text/plain", text));
    }

    @Override
    public Verdict oversize(String id) throws IOException {
      return send(OURS, mail(id, "text/plain", "x\r\n".repeat(40_000)));
    }

    @Override
    public Verdict unknownKind(String id, String text) throws IOException {
      return send(OURS, mail(id, "multipart/unheard-of", text));
    }

    private static String mail(String id, String type, String text) {
      return String.join(
          "\r\n",
          "From: " + id + "@example.org",
          "Message-ID: <" + id + "@example.org>",
          "Content-Type: " + type,
          "",
          text);
    }
  }
}
