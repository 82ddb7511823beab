package org.tipline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tipline.notify.Unsent.Then;
import org.tipline.support.ScriptedMailServer;

class NewsroomMailTests {

  @ParameterizedTest
  @CsvSource({
    "'',   drop,             TRY_AGAIN",
    "DATA, drop,             TRY_AGAIN",
    "DATA, hang,             TRY_AGAIN",
    "DATA, 451 later,        TRY_AGAIN",
    ".,    451 later,        TRY_AGAIN",
    ".,    hang,             TRY_AGAIN",
    ".,    drop,             TELL_ONCE_MORE",
    "RCPT, 550 no such user, GIVE_UP"
  })
  void failureSaysWhatIsToBeDone(String at, String answer, Then then) throws Exception {
    try (var server = new ScriptedMailServer(Map.of(at, answer))) {
      assertThat(catchThrowableOfType(Unsent.class, () -> send(server.port())).then())
          .isEqualTo(then);
    }
  }

  @Test
  void noServerAtAllIsForLater() throws IOException {
    var server = new ScriptedMailServer(Map.of());
    server.close();

    assertThat(catchThrowableOfType(Unsent.class, () -> send(server.port())).then())
        .isEqualTo(Then.TRY_AGAIN);
  }

  private static void send(int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().put("mail.smtp.timeout", "500");
    var settings = new NotifySettings("desk@example.org", null, Duration.ofMinutes(1));
    var beans = new StaticListableBeanFactory(Map.of("mail", sender));
    new NewsroomMail(beans.getBeanProvider(JavaMailSender.class), settings)
        .send("achieng@desk.example", "A tip waits", "K7F-3QXM");
  }
}
