package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.ScriptedMailServer.DROP;
import static org.tipline.support.ScriptedMailServer.HANG;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.unit.DataSize;
import org.tipline.channel.Address;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.OutgoingReply.Answers;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SendOutcome.Accepted;
import org.tipline.channel.SendOutcome.Refused;
import org.tipline.channel.SendOutcome.TryLater;
import org.tipline.channel.SendOutcome.Uncertain;
import org.tipline.support.ScriptedMailServer;

class EmailReplyTests {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final Address AMINA = new Address(Address.Kind.EMAIL, "amina@example.org");
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Answers TIP = new Answers("<m1@mail.example.org>", "Maji yamekatika");

  @Test
  void answerOfAnEditorIsPartOfTheReadersConversation() throws Exception {
    var mail = received(reply(AMINA, "Asante, Amina.\nTutapiga simu “kesho”.", false, TIP));

    assertThat(Collections.list(mail.getAllHeaderLines()))
        .extracting(line -> line.replaceAll("\\s*\\R\\s*", " "))
        .filteredOn(line -> !line.startsWith("Received:") && !line.startsWith("Return-Path:"))
        .containsExactlyInAnyOrder(
            "Date: Wed, 25 Nov 2026 06:00:00 +0000",
            "From: \"Mwangaza Daily\" <wananchi@example.org>",
            "Reply-To: wananchi+" + TOKEN + "@example.org",
            "To: amina@example.org",
            "Message-ID: <" + TOKEN + "@example.org>",
            "In-Reply-To: <m1@mail.example.org>",
            "References: <m1@mail.example.org>",
            "Subject: Re: Maji yamekatika",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8; format=fixed",
            "Content-Transfer-Encoding: quoted-printable");
    assertThat(mail.getContent()).isEqualTo("Asante, Amina.\r\nTutapiga simu “kesho”.");
    assertThat(mail.getHeader("Return-Path"))
        .containsExactly("<wananchi+" + TOKEN + "@example.org>");
  }

  @Test
  void machineSaysThatItIsOne() throws Exception {
    var mail = received(reply(AMINA, "Asante. Ref K7F-3QXM.", true, TIP));

    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-replied");
    assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
  }

  @Test
  void readerWithoutSubjectOrMessageIdIsAnsweredToo() throws Exception {
    var mail = received(reply(AMINA, "Asante.", false, new Answers(null, null)));

    assertThat(mail.getSubject()).isEqualTo("Mwangaza Daily");
    assertThat(mail.getHeader("In-Reply-To")).isNull();
    assertThat(mail.getHeader("References")).isNull();
    assertThat(received(reply(AMINA, "Asante.", false, null)).getSubject())
        .isEqualTo("Mwangaza Daily");
  }

  @Test
  void subjectIsNotAnsweredTwice() throws Exception {
    var mail = received(reply(AMINA, "Asante.", false, new Answers(null, "RE: Mäji 水")));

    assertThat(mail.getSubject()).isEqualTo("RE: Mäji 水");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Maji\r\nBcc: everyone@example.org",
        "Maji\nBcc: everyone@example.org",
        "Maji\rBcc: everyone@example.org",
        "Maji\u560d\u560aBcc: everyone@example.org",
        "Maji\u2028Bcc: everyone@example.org",
        "Maji\u0085Bcc: everyone@example.org",
        "Maji\0\u000bBcc: everyone@example.org",
        "=?utf-8?q?Maji=0D=0ABcc:_everyone@example.org?="
      })
  void nothingOfAReaderAddsAHeaderOrARecipient(String hostile) throws Exception {
    var answers = new Answers("<m1@example.org>" + hostile, hostile);
    try (var server = new ScriptedMailServer(Map.of())) {
      assertThat(send(server, reply(AMINA, hostile, false, answers))).isInstanceOf(Accepted.class);

      assertThat(server.commands())
          .filteredOn(command -> command.startsWith("RCPT"))
          .containsExactly("RCPT TO:<amina@example.org>");
      var head = server.mails().getFirst().split("\n\n", 2)[0].replaceAll("\n[ \t]", " ");
      assertThat(head.lines()).hasSize(11).noneMatch(line -> line.startsWith("Bcc"));
      assertThat(head).contains("In-Reply-To: <m1@example.org>\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amina@example.org\r\nRCPT TO:<everyone@example.org>",
        "amina@example.org>\u560d\u560aRCPT TO:<everyone@example.org",
        "amina\u560d\u560a@example.org",
        "amina@example.org,everyone@example.org",
        "amina@example.org everyone@example.org",
        "<amina@example.org>",
        "\"amina\"@example.org",
        "@relay.example.org:amina@example.org",
        "=?utf-8?q?amina?=@example.org,",
        "ämina@example.org",
        "amina",
        "amina@"
      })
  void addressThatIsNotPlainIsNeverWrittenTo(String address) throws Exception {
    try (var server = new ScriptedMailServer(Map.of())) {
      var to = new Address(Address.Kind.EMAIL, address);

      assertThat(send(server, reply(to, "Asante.", false, TIP)))
          .isEqualTo(new Refused("The reader left no address that mail can go to.", false));
      assertThat(server.commands()).isEmpty();
    }
  }

  @Test
  void phoneIsNoMailbox() throws Exception {
    try (var server = new ScriptedMailServer(Map.of())) {
      var to = new Address(Address.Kind.PHONE, "+254743570000");

      assertThat(send(server, reply(to, "Asante.", false, TIP))).isInstanceOf(Refused.class);
      assertThat(send(server, reply(null, "Asante.", false, TIP))).isInstanceOf(Refused.class);
      assertThat(server.commands()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "amina@münchen.example, amina@xn--mnchen-3ya.example",
    "amina@maji\u560d\u560a.example, amina@xn--maji-on3gra.example"
  })
  void internationalDomainIsWrittenInAscii(String address, String ascii) throws Exception {
    try (var server = new ScriptedMailServer(Map.of())) {
      send(server, reply(new Address(Address.Kind.EMAIL, address), "x", true, TIP));

      assertThat(server.commands()).contains("RCPT TO:<" + ascii + ">");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no amina@example.org, There is no such mailbox (550).",
    "RCPT, 552 5.2.2 full, There is no such mailbox (552).",
    ".,    554 5.7.1 spam, The mail was refused (554).",
    "DATA, 554 no, The mail was refused (554)."
  })
  void refusalIsFinalAndSaidWithoutTheAddress(String at, String answer, String reason)
      throws Exception {
    try (var server = new ScriptedMailServer(Map.of(at, answer))) {
      assertThat(send(server, reply(AMINA, "Asante.", false, TIP)))
          .isEqualTo(
              new Refused(reason.replace("mailbox (", "mailbox, or it takes no mail ("), false));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 421 too busy, The mail server",
    "'', drop, The mail server cannot be reached.",
    "'', hang, The mail server did not answer in time.",
    "MAIL, 451 later, The mail server asks us to come again later (451).",
    "MAIL, 550 not you, The mail server does not take mail from our address (550).",
    "MAIL, 530 sign in, The mail server does not take mail from our address (530).",
    "RCPT, 450 grey, The mail server asks us to come again later (450).",
    "RCPT, 452 full, The mail server asks us to come again later (452).",
    "RCPT, drop, The mail server cannot be reached.",
    "RCPT, hang, The mail server did not answer in time.",
    "DATA, 421 closing, The mail server asks us to come again later (421).",
    "DATA, drop, The mail server cannot be reached.",
    "DATA, hang, The mail server did not answer in time.",
    "., 451 later, The mail server asks us to come again later (451)."
  })
  void whatWasSurelyNotTakenIsTriedLater(String at, String answer, String reason) throws Exception {
    try (var server = new ScriptedMailServer(Map.of(at, answer))) {
      var channel = channel(server.port(), answer.equals(HANG) ? SHORT : PATIENCE);

      assertThat(channel.send(reply(AMINA, "Asante.", false, TIP)))
          .isInstanceOfSatisfying(
              TryLater.class, later -> assertThat(later.reason()).startsWith(reason));
      assertThat(server.mails()).hasSize(at.equals(".") ? 1 : 0);
    }
  }

  @Test
  void serverThatIsNotThereIsTriedLater() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(channel(port, PATIENCE).send(reply(AMINA, "Asante.", false, TIP)))
        .isEqualTo(new TryLater("The mail server cannot be reached.", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG, DROP})
  void serverThatTakesTheMailAndSaysNothingLeavesItUncertain(String silence) throws Exception {
    try (var server = new ScriptedMailServer(Map.of(".", silence))) {
      var channel = channel(server.port(), silence.equals(HANG) ? SHORT : PATIENCE);
      var reply = reply(AMINA, "Asante.", false, TIP);

      assertThat(channel.send(reply)).isInstanceOf(Uncertain.class);
      assertThat(channel.lookUp(reply, Set.of())).isInstanceOf(Uncertain.class);
      assertThat(server.mails()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG, DROP, "500 what"})
  void goodbyeThatFailsChangesNothing(String goodbye) throws Exception {
    try (var server = new ScriptedMailServer(Map.of("QUIT", goodbye))) {
      assertThat(send(server, reply(AMINA, "Asante.", false, TIP))).isEqualTo(new Accepted(TOKEN));
    }
  }

  @Test
  void everyTryIsTheSameMail() throws Exception {
    try (var server = new ScriptedMailServer(Map.of())) {
      var reply = reply(AMINA, "Asante.", true, TIP);
      send(server, reply);
      send(server, reply);

      assertThat(server.mails()).hasSize(2);
      assertThat(server.mails().getFirst()).isEqualTo(server.mails().getLast());
    }
  }

  private static SendOutcome send(ScriptedMailServer server, OutgoingReply reply) {
    return channel(server.port(), PATIENCE).send(reply);
  }

  /** The mail as a real server hands it to the reader. */
  private static MimeMessage received(OutgoingReply reply) throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      assertThat(channel(server.getSmtp().getPort(), PATIENCE).send(reply))
          .isEqualTo(new Accepted(TOKEN));
      assertThat(server.getReceivedMessages()).hasSize(1);
      return server.getReceivedMessages()[0];
    } finally {
      server.stop();
    }
  }

  private static AnsweringEmailChannel channel(int port, Duration patience) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().setProperty("mail.smtp.quitwait", "false");
    var ours = new OurAddresses(List.of("wananchi@example.org"));
    return new AnsweringEmailChannel(
        new EmailChannel(settings()),
        new ReplyMails(ours, "Mwangaza Daily"),
        sender,
        new MailServer(sender, patience));
  }

  private static EmailSettings settings() {
    var smtp =
        new EmailSettings.Smtp(
            InetAddress.getLoopbackAddress(), 0, 5, 5, Duration.ofSeconds(20), null, null);
    return new EmailSettings(List.of("wananchi@example.org"), DataSize.ofMegabytes(1), smtp);
  }

  private static OutgoingReply reply(
      @Nullable Address to, String text, boolean automatic, @Nullable Answers answers) {
    return new OutgoingReply(
        UUID.randomUUID(),
        TOKEN,
        to,
        text,
        null,
        automatic,
        answers,
        Instant.parse("2026-11-25T06:00:00Z"));
  }
}
