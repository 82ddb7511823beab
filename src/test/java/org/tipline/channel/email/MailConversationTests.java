package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tipline.reply.NewReply;
import org.tipline.reply.Replies;
import org.tipline.reply.ReplyKind;
import org.tipline.support.Http;
import org.tipline.support.MailSender;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.RepliesSent;

/** Mail in and mail out, on both sides real servers. */
@NewsroomTest(
    properties = {
      "tipline.channels.email.address=wananchi@example.org",
      "tipline.channels.email.smtp.port=0",
      "tipline.channels.web.posts-per-minute=100000"
    })
class MailConversationTests {

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication())
          .withPerMethodLifecycle(false);

  private static final String OURS = "wananchi@example.org";
  private static final int FORMS = 300;

  private final String amina = UUID.randomUUID() + "@reader.example";

  @Autowired private SmtpListener listener;
  @Autowired private Replies replies;
  @Autowired private RepliesSent sent;
  @Autowired private QueueWatch queue;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
  }

  @Test
  void answerArrivesInTheReadersConversationAndTheirsInTheTip() throws Exception {
    var first = send(OURS, "Message-ID: <m1@reader.example>", "Subject: Maji", "Hakuna maji");
    var tip = sent.tipOf(first);
    var answer = write(ReplyKind.ANSWER, first, tip, "Asante. Wapi?");

    var mail = await().until(() -> mailOf(answer), found -> !found.isEmpty()).getFirst();
    assertThat(mail.getHeader("In-Reply-To")).containsExactly("<m1@reader.example>");
    assertThat(mail.getSubject()).isEqualTo("Re: Maji");
    assertThat(mail.getHeader("Auto-Submitted")).isNull();
    await().until(() -> state(answer).equals("SENT"));

    var back = mail.getReplyTo()[0].toString();
    assertThat(sent.tipOf(send(back, "Subject: Re: Maji", "X-A: b", "Pipeline"))).isEqualTo(tip);
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 5.1.1, FAILED, no such mailbox",
    "failed, 4.2.2, FAILED, full or closed",
    "failed, 5.7.1, FAILED, refused it (5.7.1)",
    "delivered, 2.0.0, DELIVERED, ",
    "delayed, 4.4.7, SENT, "
  })
  void replyIsWhatTheReadersMailServerReportsOfIt(
      String action, String status, String state, @Nullable String failure) throws Exception {
    var first = send(OURS, "Subject: Maji", "X-A: b", "Maji " + action + status);
    var answer = write(ReplyKind.ANSWER, first, sent.tipOf(first), "Asante");
    var mail = await().until(() -> mailOf(answer), found -> !found.isEmpty()).getFirst();
    await().until(() -> state(answer).equals("SENT"));

    var report = report(mail.getReplyTo()[0].toString(), action, status);
    assertThat(report).startsWith("250");

    await().until(queue::isSorted);
    assertThat(state(answer)).isEqualTo(state);
    assertThat(failure(answer)).contains(failure == null ? "" : failure);
    assertThat(unfinished()).isZero();
  }

  private String report(String to, String action, String status) throws IOException {
    var mail =
        """
        From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
        Subject: Delivery status
        X-Id: %s
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b1

        --b1
        Content-Type: text/plain

        This is about your mail.
        --b1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        Final-Recipient: rfc822; nobody@example.net
        Action: %s
        Status: %s
        --b1--
        """
            .formatted(UUID.randomUUID(), action, status);
    return new MailSender(listener.port()).send("", to, mail.replace("\n", "\r\n"));
  }

  private String failure(UUID reply) {
    return jdbc.sql("select coalesce(failure, '') from replies where id = ?")
        .param(reply)
        .query(String.class)
        .single();
  }

  /** How an auto-responder answers; the second and third know nothing of Reply-To. */
  enum Way {
    REPLY_TO,
    IN_REPLY_TO,
    NEITHER,
    SAYS_SO
  }

  @ParameterizedTest
  @EnumSource
  void machineThatAnswersEverythingEndsAfterTwoMails(Way way) throws Exception {
    var first = send(OURS, "Subject: Maji", "X-A: b", "Maji " + way);
    var tip = sent.tipOf(first);
    if (ownReplies(tip) == 0) {
      write(ReplyKind.ACKNOWLEDGEMENT, first, tip, "Asante");
    }
    var mail = await().until(() -> mailsTo(amina), mails -> mails.size() == 1).getFirst();
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");

    var to = way == Way.IN_REPLY_TO || way == Way.NEITHER ? OURS : mail.getReplyTo()[0].toString();
    var header =
        switch (way) {
          case IN_REPLY_TO -> "In-Reply-To: " + mail.getMessageID();
          case SAYS_SO -> "Auto-Submitted: auto-replied";
          case REPLY_TO, NEITHER -> "X-A: b";
        };
    var answer = send(to, "Subject: I am away", header, "On leave. " + way);

    assertThat(sent.tipOf(answer)).isEqualTo(tip);
    await().until(() -> unfinished() == 0);
    assertThat(ownReplies(tip)).isOne();
    assertThat(mailsTo(amina)).hasSize(1);
  }

  @Test
  void formSendsNoMailToAnAddressThatSomebodyTyped() throws Exception {
    var victim = UUID.randomUUID() + "@victim.example";
    var http = new Http(port);
    Callable<Integer> form =
        () ->
            http.post(
                    "/tip",
                    Map.of(
                        "token",
                        Jsoup.parse(http.get("/tip").body()).select("[name=token]").val(),
                        "text",
                        "bomb " + victim,
                        "contact",
                        victim,
                        "mayContact",
                        "yes"))
                .statusCode();
    try (var bombers = Executors.newFixedThreadPool(20)) {
      for (var answer : bombers.invokeAll(Collections.nCopies(FORMS, form))) {
        assertThat(answer.get()).isEqualTo(303);
      }
    }
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> queue.submissionsWith("bomb " + victim) == FORMS);
    answerOneOfThem(victim);

    await().until(() -> unfinished() == 0);
    assertThat(mailsTo(victim)).isEmpty();
  }

  /** Also an editor's answer waits at the page, and goes to no address. */
  private void answerOneOfThem(String victim) {
    var form =
        jdbc.sql("select external_id from submissions where text = ? limit 1")
            .param("bomb " + victim)
            .query(String.class)
            .single();
    var answer = write(ReplyKind.ANSWER, form, sent.tipOf(form), "Asante");
    await().until(() -> state(answer).equals("SENT"));
  }

  private UUID write(ReplyKind kind, String externalId, UUID tip, String text) {
    var submission =
        jdbc.sql("select id from submissions where external_id = ?")
            .param(externalId)
            .query(UUID.class)
            .single();
    return replies.write(new NewReply(kind, submission, tip, null, text, null));
  }

  private int ownReplies(UUID tip) {
    return jdbc.sql("select count(*) from replies where kind = 'ACKNOWLEDGEMENT' and tip_id = ?")
        .param(tip)
        .query(Integer.class)
        .single();
  }

  private int unfinished() {
    return jdbc.sql("select count(*) from replies where state in ('QUEUED', 'SENDING')")
        .query(Integer.class)
        .single();
  }

  private String state(UUID reply) {
    return jdbc.sql("select state from replies where id = ?")
        .param(reply)
        .query(String.class)
        .single();
  }

  private List<MimeMessage> mailOf(UUID reply) {
    var token =
        jdbc.sql("select token from replies where id = ?")
            .param(reply)
            .query(String.class)
            .single();
    return mails().filter(mail -> header(mail, "Message-ID").contains(token)).toList();
  }

  private static List<MimeMessage> mailsTo(String reader) {
    return mails().filter(mail -> header(mail, "To").contains(reader)).toList();
  }

  private static Stream<MimeMessage> mails() {
    return Stream.of(MAIL.getReceivedMessages());
  }

  private static String header(MimeMessage mail, String name) {
    try {
      return String.valueOf(mail.getHeader(name, null));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id the mail has with us. */
  private String send(String to, String header, String other, String text) throws Exception {
    var mail =
        String.join(
            "\r\n",
            "From: <" + amina + ">",
            "To: " + to,
            "X-Id: " + UUID.randomUUID(),
            header,
            other,
            "",
            text);
    assertThat(new MailSender(listener.port()).send(amina, to, mail)).startsWith("250");
    return jdbc.sql("select key from deliveries where channel = 'email' order by seq desc limit 1")
        .query(String.class)
        .single();
  }
}
