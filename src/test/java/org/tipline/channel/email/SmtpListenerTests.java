package org.tipline.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.unit.DataSize;
import org.tipline.channel.Delivery;
import org.tipline.intake.Acceptance;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;

class SmtpListenerTests {

  private final Intake intake = mock();
  private final List<Delivery> kept = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();
  private final SmtpListener listener = listener(Duration.ofSeconds(20));
  private int port;

  @BeforeEach
  void listen() throws StoreAway {
    when(intake.accept(any()))
        .thenAnswer(
            call -> {
              kept.add(call.getArgument(0));
              threads.add(Thread.currentThread().getName());
              return kept.size() > 1 ? Acceptance.REPEAT : Acceptance.NEW;
            });
    listener.start();
    port = listener.port();
  }

  @AfterEach
  void hangUp() {
    listener.stop();
  }

  @Test
  void mailIsReceivedOnceItIsKept() throws IOException {
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.send("Subject: Maji\r\n\r\n..stuffed\r\n.\r\n");
      assertThat(talk.answer()).isEqualTo("250 2.0.0 Received\n");
    }
    assertThat(kept).hasSize(1);
    assertThat(body(0)).isEqualTo("Subject: Maji\r\n\r\n.stuffed\r\n");
    assertThat(kept.getFirst().channel()).isEqualTo(EmailChannel.NAME);
    assertThat(kept.getFirst().receivedAt()).isEqualTo(MailFixture.RECEIVED_AT);
    assertThat(kept.getFirst().envelope())
        .containsOnly(
            Map.entry("sender", "amina@example.org"),
            Map.entry("recipient", "wananchi@example.org"));
  }

  @Test
  void mailSentAgainHasTheSameKeyAndTheSameAnswer() throws IOException {
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.send("Subject: Maji\r\n\r\nx\r\n.\r\n");
      assertThat(talk.answer()).startsWith("250 ");
      talk.envelope();
      talk.send("Received: from b by c\r\n\tid 2\r\nSubject: Maji\r\n\r\nx\r\n.\r\n");
      assertThat(talk.answer()).startsWith("250 ");
    }
    assertThat(kept).hasSize(2).extracting(Delivery::key).containsOnly(kept.getFirst().key());
  }

  @Test
  void senderIsToldToTryAgainWhileTheStoreIsAway() throws Exception {
    when(intake.accept(any())).thenThrow(new StoreAway("stopped", null)).thenReturn(Acceptance.NEW);
    try (var talk = SmtpTalk.beforeData(port)) {
      assertThat(talk.say("x\r\n.")).startsWith("451 4.3.0 ");
      talk.envelope();
      assertThat(talk.say("x\r\n.")).startsWith("250 ");
    }
  }

  @Test
  void faultOfOursIsNeverFinalForTheSender() throws Exception {
    when(intake.accept(any())).thenThrow(new IllegalStateException("a bug"));
    try (var talk = SmtpTalk.beforeData(port)) {
      assertThat(talk.say("x\r\n.")).startsWith("421 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wananchi@example.org",
        "WANANCHI@Example.ORG",
        "wananchi+k7f@example.org",
        "Wananchi+a+b@example.org",
        "habari@xn--mnchen-3ya.example",
        "habari@münchen.example"
      })
  void mailForUsIsTaken(String address) throws IOException {
    assertThat(recipient(address)).startsWith("250 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "someone@example.org",
        "wananchi@example.net",
        "wananchi@example.org.example.net",
        "wananchi",
        "",
        "@example.org",
        "+x@example.org",
        "wananchi%example.net@example.org",
        "@relay.example.net:wananchi@example.org",
        "wananchi@example.org@example.net",
        "postmaster@example.org"
      })
  void mailForAnyoneElseIsRefused(String address) throws IOException {
    assertThat(recipient(address)).startsWith("550 5.1.1 ");
    assertThat(kept).isEmpty();
  }

  private String recipient(String address) throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      talk.say("MAIL FROM:<amina@example.org>");
      return talk.say("RCPT TO:<" + new String(address.getBytes(UTF_8), ISO_8859_1) + ">");
    }
  }

  @Test
  void mailToSeveralOfOursIsOneDelivery() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      talk.say("MAIL FROM:<amina@example.org> SIZE=100 BODY=8BITMIME SMTPUTF8");
      talk.say("RCPT TO:<wananchi+a@example.org>");
      talk.say("RCPT TO:<stranger@example.org>");
      talk.say("RCPT TO:<wananchi+b@example.org>");
      talk.say("DATA");
      assertThat(talk.say("x\r\n.")).startsWith("250 ");
    }
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().envelope())
        .containsEntry("recipient", "wananchi+a@example.org,wananchi+b@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<>", "<user..name.@docomo.example>", "<\"odd one\"@example.org>"})
  void anySenderMayWrite(String sender) throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      assertThat(talk.say("MAIL FROM:" + sender)).startsWith("250 ");
    }
  }

  @Test
  void mailThatIsTooLargeIsReadToItsEndAndRefused() throws IOException {
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.send(("x".repeat(998) + "\r\n").repeat(300));
      assertThat(talk.say(".")).startsWith("552 5.3.4 ");
      talk.envelope();
      assertThat(talk.say("x\r\n.")).startsWith("250 ");
    }
    assertThat(kept).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SIZE=200001", "SIZE=99999999999999999999", "size=999999999 BODY=8BITMIME"})
  void mailThatSaysItIsTooLargeIsRefusedAtOnce(String size) throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      assertThat(talk.say("MAIL FROM:<amina@example.org> " + size)).startsWith("552 5.3.4 ");
      assertThat(talk.say("MAIL FROM:<amina@example.org> SIZE=200000")).startsWith("250 ");
    }
  }

  /** CVE-2023-51764 and its kin: what one server takes for the end of a mail, and the next not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\n.\r\n",
        "\r\n.\n",
        "\r.\r",
        "\r\n.\r",
        "\r.\r\n",
        "\r\r\n.\n",
        "\n.\r"
      })
  void onlyOneEndOfMailCounts(String end) throws IOException {
    var smuggled =
        String.join(
            "\r\n",
            "MAIL FROM:<boss@example.org>",
            "RCPT TO:<wananchi@example.org>",
            "DATA",
            "smuggled",
            ".",
            "");
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.send("first" + end + smuggled);
      assertThat(talk.answer()).startsWith("250 ");
      assertThat(talk.say("QUIT")).startsWith("221 ");
    }
    assertThat(kept).hasSize(1);
    assertThat(body(0)).startsWith("first").endsWith("smuggled\r\n");
  }

  @Test
  void commandsEndInCrlf() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.send("EHLO a\nMAIL FROM:<x@example.org>\r\n");
      assertThat(talk.answer()).startsWith("501 ");
      assertThat(talk.answer()).isEmpty();
    }
  }

  @Test
  void offersWhatItKeepsTo() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      assertThat(talk.say("EHLO sender.example.org").lines())
          .containsExactly(
              "250-example.org",
              "250-PIPELINING",
              "250-8BITMIME",
              "250-SIZE 200000",
              "250-STARTTLS",
              "250 SMTPUTF8");
      assertThat(talk.say("AUTH PLAIN AGEAYg==")).startsWith("502 ");
      assertThat(talk.say("VRFY wananchi")).startsWith("502 ");
      assertThat(talk.say("EXPN wananchi")).startsWith("502 ");
      assertThat(talk.say("HELP")).startsWith("214 ");
    }
  }

  @Test
  void chunksEndTheConnection() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      talk.send("BDAT 30 LAST\r\nMAIL FROM:<boss@example.org>\r\n");
      assertThat(talk.answer()).startsWith("502 ");
      assertThat(talk.answer()).isEmpty();
    }
  }

  @Test
  void mailThatBreaksOffIsNotKept() throws IOException {
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.send("half a ma");
      talk.socket().shutdownOutput();
      assertThat(talk.answer()).startsWith("421 ");
    }
    assertThat(kept).isEmpty();
  }

  @Test
  void senderOfTooManyErrorsIsShownTheDoor() throws IOException {
    try (var talk = new SmtpTalk(port)) {
      for (var i = 0; i < 19; i++) {
        assertThat(talk.say(i % 2 == 0 ? "NONSENSE" : "RCPT TO:<x@example.org>")).startsWith("50");
      }
      assertThat(talk.say("NONSENSE")).startsWith("500 ");
      assertThat(talk.answer()).startsWith("421 4.7.0 ");
      assertThat(talk.answer()).isEmpty();
    }
  }

  @Test
  void recipientsAndConnectionsAreLimited() throws IOException {
    try (var talk = new SmtpTalk(port);
        var second = new SmtpTalk(port);
        var third = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      talk.say("MAIL FROM:<amina@example.org>");
      for (var i = 0; i < 5; i++) {
        assertThat(talk.say("RCPT TO:<wananchi+" + i + "@example.org>")).startsWith("250 ");
      }
      assertThat(talk.say("RCPT TO:<wananchi+5@example.org>")).startsWith("452 ");
      try (var fourth = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(new String(fourth.getInputStream().readNBytes(4), ISO_8859_1)).isEqualTo("421 ");
      }
      assertThat(second.say("NOOP")).isEqualTo(third.say("NOOP")).startsWith("250 ");
    }
  }

  @Test
  void silentSenderIsHungUpOn() throws IOException {
    var impatient = listener(Duration.ofMillis(100));
    impatient.start();
    try (var talk = new SmtpTalk(impatient.port())) {
      assertThat(talk.answer()).startsWith("421 ");
      assertThat(talk.answer()).isEmpty();
    } finally {
      impatient.stop();
    }
  }

  @Test
  void noThreadIsNamedByTheSendersAddress() throws IOException {
    try (var talk = SmtpTalk.beforeData(port)) {
      talk.say("x\r\n.");
    }
    assertThat(threads).containsExactly("smtp");
  }

  @Test
  void mailComesUnderTls() throws Exception {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      startTls(talk, "STARTTLS");
      assertThat(talk.say("MAIL FROM:<amina@example.org>")).startsWith("250 ");
      assertThat(talk.say("RSET")).startsWith("250 ");
      assertThat(talk.say("EHLO sender.example.org")).doesNotContain("STARTTLS");
      assertThat(talk.say("STARTTLS")).startsWith("503 ");
      talk.envelope();
      assertThat(talk.say("x\r\n.")).startsWith("250 ");
      for (var i = 0; i < 19; i++) {
        talk.say("NONSENSE");
      }
      assertThat(talk.answer()).startsWith("421 4.7.0 ");
    }
    assertThat(kept).hasSize(1);
  }

  /** CVE-2021-38542: what was sent in the clear must not count under TLS. */
  @Test
  void commandsBehindStartTlsAreDropped() throws Exception {
    try (var talk = new SmtpTalk(port)) {
      talk.say("EHLO sender.example.org");
      startTls(talk, "STARTTLS\r\nMAIL FROM:<boss@example.org>");
      assertThat(talk.say("RCPT TO:<wananchi@example.org>")).startsWith("503 ");
    }
  }

  private static void startTls(SmtpTalk talk, String command) throws IOException {
    assertThat(talk.say(command)).startsWith("220 ");
    var trust =
        PemSslStoreDetails.forCertificate(
            MailFixture.FOLDER.resolve("listener.pem").toUri().toString());
    var socket =
        (SSLSocket)
            SslBundle.of(new PemSslStoreBundle(null, trust))
                .createSslContext()
                .getSocketFactory()
                .createSocket(talk.socket(), "localhost", talk.socket().getPort(), true);
    socket.startHandshake();
    talk.switchTo(socket);
  }

  @Test
  void portInUseIsSaidInOneSentence() {
    var second = new SmtpListener(settings(port, Duration.ofSeconds(1)), intake, Clock.systemUTC());
    assertThatThrownBy(second::start).hasMessageContaining("tipline.channels.email.smtp");
    assertThat(second.isRunning()).isFalse();
  }

  @Test
  void listensAgainAfterAStop() throws IOException {
    listener.stop();
    assertThat(listener.isRunning()).isFalse();
    listener.start();
    try (var talk = SmtpTalk.beforeData(listener.port())) {
      assertThat(talk.say("x\r\n.")).startsWith("250 ");
    }
  }

  private String body(int index) {
    return new String(kept.get(index).body(), ISO_8859_1);
  }

  private SmtpListener listener(Duration idleTimeout) {
    return new SmtpListener(
        settings(0, idleTimeout), intake, Clock.fixed(MailFixture.RECEIVED_AT, ZoneOffset.UTC));
  }

  private static EmailSettings settings(int port, Duration idleTimeout) {
    return new EmailSettings(
        List.of("wananchi@example.org", "habari@münchen.example"),
        DataSize.ofBytes(200_000),
        new EmailSettings.Smtp(
            InetAddress.getLoopbackAddress(),
            port,
            3,
            5,
            idleTimeout,
            MailFixture.FOLDER.resolve("listener.pem"),
            MailFixture.FOLDER.resolve("listener-key.pem")));
  }
}
