package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Details;

class ReplyTokenTests {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "f".repeat(32);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wananchi+0123456789abcdef0123456789abcdef@example.org",
        "Wananchi+0123456789ABCDEF0123456789ABCDEF@Example.ORG",
        "someone@example.org,wananchi+0123456789abcdef0123456789abcdef@example.org"
      })
  void tagOfOurAddressNamesTheReply(String recipients) {
    assertThat(named("Subject: x\n\nx", recipients)).isEqualTo(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In-Reply-To: <0123456789abcdef0123456789abcdef@example.org>",
        "In-Reply-To: your mail <0123456789ABCDEF0123456789ABCDEF@EXAMPLE.ORG> of Monday",
        "References: <m1@mail.example.org>\n <0123456789abcdef0123456789abcdef@example.org>",
        "References: <ffffffffffffffffffffffffffffffff@example.org>"
            + " <0123456789abcdef0123456789abcdef@example.org> <m3@mail.example.org>",
        "In-Reply-To: <m1@mail.example.org>\n"
            + "References: <0123456789abcdef0123456789abcdef@example.org>"
      })
  void messageIdOfOursNamesTheReply(String headers) {
    assertThat(named(headers + "\nSubject: x\n\nx", "wananchi@example.org")).isEqualTo(TOKEN);
  }

  @Test
  void tagComesBeforeInReplyToAndThatBeforeReferences() {
    var headers =
        "References: <%s@example.org>\nIn-Reply-To: <%s@example.org>\n\nx".formatted(OTHER, TOKEN);

    assertThat(named(headers, "wananchi@example.org")).isEqualTo(TOKEN);
    assertThat(named(headers, "wananchi+" + OTHER + "@example.org")).isEqualTo(OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In-Reply-To: <0123456789abcdef0123456789abcdef@example.net>",
        "In-Reply-To: <0123456789abcdef0123456789abcdef@x.example.org>",
        "In-Reply-To: 0123456789abcdef0123456789abcdef@example.org",
        "In-Reply-To: <0123456789abcdef0123456789abcde@example.org>",
        "In-Reply-To: <0123456789abcdef0123456789abcdef0@example.org>",
        "In-Reply-To: <x0123456789abcdef0123456789abcdef@example.org>",
        "In-Reply-To: <@example.org>",
        "References: >>><<<",
        "Subject: [K7F-3QXM] 0123456789abcdef0123456789abcdef",
        "X-Other: <0123456789abcdef0123456789abcdef@example.org>"
      })
  void whatOnlyLooksLikeItNamesNothing(String headers) {
    assertThat(named(headers + "\n\n<" + TOKEN + "@example.org>", "wananchi+k7f@example.org"))
        .isNull();
  }

  @Test
  void tagOfAnotherAddressNamesNothing() {
    assertThat(named("Subject: x\n\nx", "desk+" + TOKEN + "@example.org")).isNull();
    assertThat(named("Subject: x\n\nx", "wananchi+" + TOKEN + "@example.net")).isNull();
  }

  @Test
  void thousandsOfReferencesAreNoWork() {
    var references = "<m@example.com> ".repeat(100_000);

    assertThat(named("References: " + references + "\n\nx", "wananchi@example.org")).isNull();
  }

  @Test
  void mailKeepsTheNameItsProgramGaveIt() {
    assertThat(details("Message-ID: <CA+x=1@mail.gmail.com> (remark)\n\nx").messageId())
        .isEqualTo("<CA+x=1@mail.gmail.com>");
    assertThat(details("Message-ID: <maji@mtaani\u560d\u560aBcc:x>\n\nx").messageId()).isNull();
    assertThat(details("Message-ID: none\n\nx").messageId()).isNull();
    assertThat(details("Subject: x\n\nx").messageId()).isNull();
  }

  private static @Nullable String named(String mail, String recipients) {
    var envelope = Map.of("sender", "amina@example.org", "recipient", recipients);
    return MailFixture.read(MailFixture.mail(mail), envelope).details().repliedTo();
  }

  private static Details details(String mail) {
    return MailFixture.read(MailFixture.mail(mail)).details();
  }
}
