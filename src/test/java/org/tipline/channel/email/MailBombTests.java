package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.email.MailFixture.fileNames;
import static org.tipline.channel.email.MailFixture.mail;
import static org.tipline.channel.email.MailFixture.read;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipline.channel.Mark;

@Timeout(value = 5, unit = TimeUnit.SECONDS)
class MailBombTests {

  private static final String FROM = "From: x@example.org\n";
  private static final String MIXED = FROM + "Content-Type: multipart/mixed; boundary=b\n\n";

  @ParameterizedTest
  @MethodSource
  void mailBeyondTheCapsIsKeptWhole(Supplier<String> bomb) {
    var mail = mail(bomb.get());
    var message = read(mail);
    assertThat(message.details().marks()).contains(Mark.UNSUPPORTED);
    assertThat(fileNames(message)).last().isEqualTo("message.eml");
    assertThat(message.files()).hasSizeLessThanOrEqualTo(501);
    assertThat(message.sender()).isNotNull();
  }

  static Stream<Named<Supplier<String>>> mailBeyondTheCapsIsKeptWhole() {
    return Stream.of(
        Named.of("10,000 nested multiparts", () -> FROM + nested(10_000)),
        Named.of("300,000 boundaries", () -> MIXED + "--b\n\nx\n".repeat(300_000)),
        Named.of(
            "300,000 attachments",
            () -> MIXED + "--b\nA: 1\nContent-Type: a/b\n\n".repeat(300_000)),
        Named.of("10,000 headers", () -> FROM + "X-Bomb: 1\n".repeat(10_000) + "\nwords\n"),
        Named.of("1,000,000 headers", () -> FROM + "X: 1\n".repeat(1_000_000) + "\nwords\n"),
        Named.of(
            "header of 10 MB", () -> FROM + "Subject: " + "x".repeat(10 << 20) + "\n\nwords\n"),
        Named.of(
            "header of 300,000 folds",
            () -> FROM + "Subject: a\n" + " b\n".repeat(300_000) + "\nwords\n"));
  }

  @ParameterizedTest
  @MethodSource
  void hugeMailWithinTheCapsIsRead(Supplier<String> bomb) {
    assertThat(read(mail(FROM + bomb.get())).text()).isNotNull();
  }

  static Stream<Named<Supplier<String>>> hugeMailWithinTheCapsIsRead() {
    return Stream.of(
        Named.of("line of 12 MB", () -> "\n" + "x".repeat(12 << 20)),
        Named.of(
            "soft line breaks",
            () -> "Content-Transfer-Encoding: quoted-printable\n\n" + "=\n".repeat(4_000_000)),
        Named.of(
            "blanks in quoted-printable",
            () -> "Content-Transfer-Encoding: quoted-printable\n\n" + " ".repeat(12 << 20)),
        Named.of(
            "equals signs",
            () -> "Content-Transfer-Encoding: quoted-printable\n\n" + "=  ".repeat(4_000_000)),
        Named.of("base64", () -> "Content-Transfer-Encoding: base64\n\n" + "QUJD".repeat(8 << 20)),
        Named.of("padding", () -> "Content-Transfer-Encoding: base64\n\n" + "=".repeat(12 << 20)),
        Named.of(
            "uuencode",
            () ->
                "Content-Transfer-Encoding: uuencode\n\nbegin 644 a\n"
                    + "#0V%T\n".repeat(1_000_000)),
        Named.of("separators", () -> "Content-Type: text/plain" + ";".repeat(400_000) + "\n\nx"),
        Named.of(
            "quotes", () -> "Content-Type: text/plain; a=\"" + "\\\"".repeat(200_000) + "\n\nx"),
        Named.of(
            "pieces", () -> "Content-Type: text/plain" + "; name*1*=%41".repeat(30_000) + "\n\nx"),
        Named.of(
            "boundary of 400 kB",
            () ->
                "Content-Type: multipart/mixed; boundary="
                    + "a".repeat(400_000)
                    + "\n\n--"
                    + "a".repeat(10 << 20)),
        Named.of("encoded words", () -> "Subject: " + "=?utf-8?q?a?= ".repeat(30_000) + "\n\nx"),
        Named.of(
            "encoded words left open", () -> "Subject: " + "=?utf-8?q?".repeat(40_000) + "\n\nx"),
        Named.of("From of comments", () -> "\nFrom: " + "(".repeat(400_000) + "\n\nx"),
        Named.of(
            "flowed",
            () -> "Content-Type: text/plain; format=flowed\n\n" + "> \n".repeat(1_000_000)),
        Named.of(
            "quoted lines", () -> "In-Reply-To: <a>\n\nx\n" + "From: a\nTo: b\n".repeat(20_000)),
        Named.of(
            "rules",
            () -> "In-Reply-To: <a>\n\nx\n" + "____\n".repeat(40_000) + "_".repeat(100_000)),
        Named.of(
            "dashes",
            () -> "Content-Type: multipart/mixed; boundary=b\n\n" + "--\n".repeat(1_000_000)),
        Named.of(
            "html of 10 MB", () -> "Content-Type: text/html\n\n" + "<p>x</p>\n".repeat(1_000_000)),
        Named.of("depth of 20 around 12 MB", () -> nested(19) + "x".repeat(12 << 20)));
  }

  @Test
  void mailsWithinEachOtherAreNotOpened() {
    var message = read(mail(FROM + "Content-Type: message/rfc822\n\n".repeat(10_000) + "x"));
    assertThat(fileNames(message)).containsExactly("forwarded.eml");
  }

  @Test
  void wordsBeforeTheCapAreRead() {
    var message =
        read(mail(MIXED + "--b\n\nThe words.\n" + "--b\nContent-Type: a/b\n\n".repeat(600)));
    assertThat(message.text()).isEqualTo("The words.");
  }

  private static String nested(int depth) {
    var mail = new StringBuilder();
    for (var i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    return mail.append("\nin the middle\n").toString();
  }
}
