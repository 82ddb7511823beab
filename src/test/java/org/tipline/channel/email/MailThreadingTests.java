package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.MailSender;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RepliesSent;
import org.tipline.support.SettableClock;

@NewsroomTest(
    properties = {
      "tipline.channels.email.address=wananchi@example.org",
      "tipline.channels.email.max-bytes=100KB",
      "tipline.channels.email.smtp.port=0"
    })
class MailThreadingTests {

  private static final String OURS = "wananchi@example.org";

  private final String amina = UUID.randomUUID() + "@reader.example";

  @Autowired private SmtpListener listener;
  @Autowired private RepliesSent replies;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  private UUID tip = UUID.randomUUID();
  private String token = "";

  @BeforeEach
  void tipThatWasAnswered() throws IOException {
    var id = send(amina, OURS, "Message-ID: <m1@reader.example>");
    tip = replies.tipOf(id);
    token = replies.to(id, "ANSWER", "SENT");
    clock.pass(Duration.ofDays(400));
  }

  @Test
  void mailKeepsItsNameForOurAnswer() {
    assertThat(
            jdbc.sql(
                    """
                    select message_id from submissions s join tip_submissions ts
                      on ts.submission_id = s.id where tip_id = ?
                    """)
                .param(tip)
                .query(String.class)
                .single())
        .isEqualTo("<m1@reader.example>");
  }

  @Test
  void readerWhoAnswersOurMailIsInTheSameTipWhateverItsAge() throws IOException {
    assertThat(replies.tipOf(send(amina, "wananchi+" + token + "@example.org", "X-A: b")))
        .isEqualTo(tip);
    clock.pass(Duration.ofDays(400));
    assertThat(replies.tipOf(send(amina, OURS, "In-Reply-To: <" + token + "@example.org>")))
        .isEqualTo(tip);
    clock.pass(Duration.ofDays(400));
    assertThat(
            replies.tipOf(
                send(amina, OURS, "References: <m1@reader.example> <" + token + "@example.org>")))
        .isEqualTo(tip);
    assertThat(replies.row(tip).submissions()).isEqualTo(4);
    assertThat(replies.row(tip).finding()).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"stranger@elsewhere.example", "otieno@example.org", "wananchi@example.org"})
  void anotherSenderGetsATipOfTheirOwnThatSaysWhatItClaims(String sender) throws IOException {
    var before = replies.row(tip);

    var other =
        replies.row(
            replies.tipOf(
                send(
                    sender,
                    "wananchi+" + token + "@example.org",
                    "In-Reply-To: <" + token + "@example.org>")));

    assertThat(other.finding())
        .isEqualTo("Claims to belong to " + before.reference() + ", from another sender.");
    assertThat(other.submissions()).isOne();
    assertThat(replies.row(tip)).isEqualTo(before);
  }

  @Test
  void strangerWithAnOpenTipDoesNotBringTheClaimIntoIt() throws IOException {
    var stranger = UUID.randomUUID() + "@elsewhere.example";
    var own = replies.tipOf(send(stranger, OURS, "X-A: b"));

    var claim = replies.tipOf(send(stranger, "wananchi+" + token + "@example.org", "X-A: b"));

    assertThat(claim).isNotEqualTo(own).isNotEqualTo(tip);
  }

  @Test
  void forgedTokenAndQuotedReferenceAreAPlainNewTip() throws IOException {
    var forged = UUID.randomUUID().toString().replace("-", "");
    var headers =
        "In-Reply-To: <%s@example.org>\r\nReferences: <%s>\r\nSubject: Re: [%s]"
            .formatted(forged, "0." + forged + "@example.org", replies.row(tip).reference());

    for (var sender : new String[] {amina, "otieno@example.org", "x@elsewhere.example"}) {
      var other = replies.tipOf(send(sender, "wananchi+" + forged + "@example.org", headers));
      assertThat(other).isNotEqualTo(tip);
      assertThat(replies.row(other).finding()).doesNotContain("Claims");
    }
  }

  /** Returns the id the mail has with us. */
  private String send(String from, String to, String headers) throws IOException {
    var mail =
        "From: <%s>\r\nTo: %s\r\nX-Id: %s\r\n%s\r\n\r\nMaji"
            .formatted(from, to, UUID.randomUUID(), headers);
    assertThat(new MailSender(listener.port()).send(from, to, mail)).startsWith("250");
    return jdbc.sql("select key from deliveries where channel = 'email' order by seq desc limit 1")
        .query(String.class)
        .single();
  }
}
