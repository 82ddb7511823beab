package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;

@NewsroomTest
class ReplyCheckTests {

  @Autowired private Replies replies;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  private Talk reader;
  private UUID message;

  @BeforeEach
  void aReaderWrites() {
    reader = Talk.of(port, jdbc);
    message = reader.says("Mafuriko");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n "})
  void replyNeedsWords(String nothing) {
    assertRefused(nothing, null, "A reply needs words.");
  }

  @Test
  void replyIsNoLongerThanItsChannelTakes() {
    assertThat(write("x".repeat(160), null)).isNotNull();
    assertRefused(
        "x".repeat(161), null, "A reply by SMS has at most 160 characters; this one has 161.");
  }

  @Test
  void freeTextEndsWithTheWindowAndATemplateDoesNot() {
    clock.pass(Duration.ofHours(25));

    assertRefused(
        "Asante",
        null,
        "The reader last wrote more than 24 hours ago, and SMS then takes only approved templates."
            + " Choose one of them.");
    var thanks = write("", new FilledTemplate("HX1", List.of("Amina", "K7F-3QXM")));
    assertThat(
            jdbc.sql("select text from replies where id = ?")
                .param(thanks)
                .query(String.class)
                .single())
        .isEqualTo("Asante Amina, ref K7F-3QXM.");
    reader.says("Bado?");
    assertThat(write("Asante", null)).isNotNull();
  }

  @Test
  void templateIsKnownAndWhole() {
    assertRefused(
        "",
        new FilledTemplate("HX2", List.of()),
        "That template is not configured any more; choose another one.");
    assertRefused(
        "",
        new FilledTemplate("HX1", List.of("Amina")),
        "The template “thanks” has 2 gaps; fill in each of them.");
    assertRefused(
        "",
        new FilledTemplate("HX1", List.of("Amina", " ")),
        "The template “thanks” has 2 gaps; fill in each of them.");
  }

  @Test
  void senderThatIsAWordIsNotAnswered() {
    message = new Talk(port, jdbc, "Safaricom" + UUID.randomUUID()).says("Promotion");

    assertRefused(
        "Asante",
        null,
        "The message came from a name instead of a number, and nothing can be sent to a name.");
  }

  @Test
  void readerWithoutAnAddressIsNotAnswered() {
    jdbc.sql("update submissions set address_id = null where id = ?").param(message).update();

    assertRefused("Asante", null, "The reader left no address, so there is nobody to answer to.");
  }

  @Test
  void channelMustBeOnAndAbleToSend() {
    jdbc.sql("update submissions set channel = 'gone' where id = ?").param(message).update();
    assertRefused(
        "Asante",
        null,
        "The channel gone is off. An administrator can switch it on by its settings.");
    jdbc.sql("update submissions set channel = 'rehearsal' where id = ?").param(message).update();
    assertRefused(
        "Asante",
        null,
        "Tipline takes SMS here and is not set up to send any. An administrator can change that.");
  }

  @Test
  void messageThatIsGoneIsNotAnswered() {
    message = UUID.randomUUID();

    assertRefused("Asante", null, "The message to be answered is not there any more.");
  }

  private void assertRefused(String text, @Nullable FilledTemplate template, String sentence) {
    assertThatThrownBy(() -> write(text, template))
        .isInstanceOf(CannotReply.class)
        .hasMessage(sentence);
  }

  private UUID write(String text, @Nullable FilledTemplate template) {
    return replies.write(new NewReply(ReplyKind.ANSWER, message, null, null, text, template));
  }
}
