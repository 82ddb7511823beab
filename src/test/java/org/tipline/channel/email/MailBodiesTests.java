package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.RejectException;

class MailBodiesTests {

  private final MailBodies bodies = new MailBodies(100, 150);

  @Test
  void mailsThatAreTooMuchTogetherComeAgain() throws Exception {
    try (var first = bodies.take(mail(100))) {
      assertThat(first.bytes()).hasSize(100);
      assertRefused(mail(60), 452);
      bodies.take(mail(50)).close();
    }
    bodies.take(mail(100)).close();
  }

  @Test
  void mailThatIsTooLargeIsReadToItsEnd() throws Exception {
    var mail = mail(101);
    assertRefused(mail, 552);
    assertThat(mail.read()).isEqualTo(-1);
    bodies.take(mail(100)).close();
  }

  @Test
  void mailThatBreaksOffLeavesNothingBehind() throws Exception {
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> bodies.take(broken())).isInstanceOf(IOException.class);
    }
    bodies.take(mail(100)).close();
  }

  private void assertRefused(InputStream mail, int code) {
    assertThatThrownBy(() -> bodies.take(mail))
        .isInstanceOfSatisfying(
            RejectException.class, refusal -> assertThat(refusal.getCode()).isEqualTo(code));
  }

  private static InputStream mail(int bytes) {
    return new ByteArrayInputStream(new byte[bytes]);
  }

  private static InputStream broken() {
    return new InputStream() {
      private int left = 50;

      @Override
      public int read() throws IOException {
        if (left-- == 0) {
          throw new IOException("connection reset");
        }
        return 'x';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        bytes[offset] = (byte) read();
        return 1;
      }
    };
  }
}
