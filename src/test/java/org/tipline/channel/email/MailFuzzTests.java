package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.email.MailFixture.read;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two thousand mails that nobody wrote, the same ones each time. */
class MailFuzzTests {

  private static final int MUTANTS = 2_000;
  private static final List<String> PIECES =
      List.of(
          "--",
          "\r\n",
          "\r\n\r\n",
          "\n",
          "\r",
          "\u0000",
          "=",
          "=\r\n",
          "=?utf-8?b?",
          "?=",
          "\"",
          "(",
          "<",
          ">",
          ";",
          "boundary=\"\"",
          "Content-Type: multipart/alternative\r\n",
          "Content-Type: text/html\r\n",
          "Content-Transfer-Encoding: base64\r\n",
          "charset=utf-16",
          "charset=iso-2022-kr",
          "name*0*=",
          "%",
          "<a href='",
          "&#xD800;",
          "On x wrote:\r\n> ",
          "\u00ff\u00fe",
          "-----Original Message-----\r\n");

  private final Random random = new Random(20261103);

  @Test
  void everyMutantIsOneMessageInTime() {
    var mails = MailFixture.names().map(MailFixture::bytes).toList();
    for (var i = 0; i < MUTANTS; i++) {
      var mutant = mails.get(i % mails.size());
      for (var n = random.nextInt(1, 9); n > 0; n--) {
        mutant = mutate(mutant, mails.get(random.nextInt(mails.size())));
      }
      var start = System.nanoTime();
      var message = read(mutant);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(message.text()).doesNotContain("\u0000", "\r");
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message.text())).isTrue();
    }
  }

  private byte[] mutate(byte[] mail, byte[] other) {
    var at = random.nextInt(mail.length + 1);
    var to = Math.min(mail.length, at + random.nextInt(1, 60));
    return switch (random.nextInt(6)) {
      case 0 -> join(mail, at, new byte[0], to);
      case 1 -> join(mail, at, Arrays.copyOfRange(mail, at, to), at);
      case 2 ->
          join(
              mail,
              at,
              PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1),
              at);
      case 3 -> join(mail, at, slice(other), to);
      case 4 -> Arrays.copyOf(mail, at);
      default -> flip(mail, at);
    };
  }

  private byte[] slice(byte[] other) {
    var from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + 400));
  }

  private byte[] flip(byte[] mail, int at) {
    var flipped = mail.clone();
    if (at < flipped.length) {
      flipped[at] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  private static byte[] join(byte[] mail, int at, byte[] middle, int from) {
    var joined = Arrays.copyOf(mail, at + middle.length + mail.length - from);
    System.arraycopy(middle, 0, joined, at, middle.length);
    System.arraycopy(mail, from, joined, at + middle.length, mail.length - from);
    return joined;
  }
}
