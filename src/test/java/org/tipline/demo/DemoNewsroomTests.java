package org.tipline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.boot.config.startup.ContextReadyStart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class DemoNewsroomTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private Hiring hiring;
  @Autowired private Replay replay;
  @Autowired private Mailbox mailbox;
  @Autowired private Welcome welcome;
  @Autowired private TwilioPlayed twilio;
  @Autowired private List<SmartLifecycle> lanes;
  @Autowired private DbSchedulerStarter scheduler;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void ports(DynamicPropertyRegistry settings) {
    add(settings, "tipline.channels.email.smtp.port");
    add(settings, "tipline.demo.mailbox-port");
    add(settings, "tipline.demo.twilio-port");
  }

  /** A supplier is asked anew each time the key is read. */
  private static void add(DynamicPropertyRegistry settings, String key) {
    var port = TestSocketUtils.findAvailableTcpPort();
    settings.add(key, () -> port);
  }

  @BeforeEach
  void everythingIsSorted() {
    await().atMost(PATIENCE).until(() -> count("deliveries where state = 'RECEIVED'") == 0);
  }

  @Test
  void tenStoriesAreTenTips() {
    assertThat(count("tips")).isEqualTo(10);
    assertThat(count("submissions")).isEqualTo(15);
    assertThat(count("tips where medium = 'SMS'")).isEqualTo(2);
    assertThat(count("tips where medium = 'WHATSAPP'")).isEqualTo(5);
    assertThat(count("tips where medium = 'EMAIL'")).isEqualTo(2);
    assertThat(count("tips where medium = 'WEB'")).isEqualTo(1);
    assertThat(count("deliveries where state <> 'READ'")).isZero();
  }

  @Test
  void aBurstIsOneTip() {
    assertThat(count("tips where submissions = 5")).isEqualTo(1);
  }

  @Test
  void filesComeFromTheProvidersPlayedHere() {
    await().atMost(PATIENCE).until(() -> count("attachments where state = 'PENDING'") == 0);

    assertThat(count("attachments where state = 'STORED'")).isEqualTo(5);
    assertThat(count("attachments where type = 'image/jpeg'")).isEqualTo(3);
    assertThat(count("attachments where type = 'application/pdf'")).isEqualTo(1);
    assertThat(count("attachments where type in ('audio/opus', 'audio/ogg', 'application/ogg')"))
        .isEqualTo(1);
  }

  @Test
  void anotherStartAddsNothing(CapturedOutput console) throws IOException {
    // the provider's word on our replies is a delivery too, and may still come in
    var messages = count("submissions");

    hiring.hire();
    replay.run();

    everythingIsSorted();
    assertThat(count("submissions")).isEqualTo(messages);
    assertThat(count("tips")).isEqualTo(10);
    assertThat(count("editors")).isEqualTo(6);
    assertThat(count("desks")).isEqualTo(3);
    assertThat(console).doesNotContain("was not taken");
  }

  @Test
  void noticesEndInTheMailboxOfThisMachine() {
    await().atMost(PATIENCE).until(() -> !mailsFrom("desk@").isEmpty());

    assertThat(mailsFrom("desk@"))
        .allSatisfy(
            mail -> {
              assertThat(mail.to()).endsWith("@example.org");
              assertThat(mail.text()).doesNotContain("Daraja");
            });
  }

  /** Else what waits from before a restart fails at first. */
  @Test
  void whatIsPlayedHereStandsBeforeAnybodySendsToIt() {
    assertThat(lanes)
        .filteredOn(lane -> lane.getPhase() == Integer.MIN_VALUE)
        .contains(mailbox, twilio);
    assertThat(scheduler).isInstanceOf(ContextReadyStart.class);
  }

  @Test
  void acknowledgementOfAMailEndsThereToo() {
    await().atMost(PATIENCE).until(() -> !mailsFrom("wananchi+").isEmpty());

    // the out-of-office answer among the stories gets none
    assertThat(mailsFrom("wananchi+"))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.to()).isEqualTo("trader@example.com");
              assertThat(mail.text()).startsWith("Thank you for writing to us.");
            });
  }

  private List<SentMail> mailsFrom(String sender) {
    return mailbox.mails().stream().filter(mail -> mail.from().startsWith(sender)).toList();
  }

  @Test
  void theConsoleLeadsToEveryDoor() throws IOException {
    assertThat(welcome.to(hiring.hire()))
        .contains("/sign-in/link?token=", "/admin/sent", "/hooks/twilio-sms")
        .contains("/hooks/twilio-whatsapp", "smtp://127.0.0.1:", "Ctrl-C");
  }

  @Test
  void sentMailIsForAdministratorsOnly() {
    assertThat(new Http(port).get("/admin/sent").statusCode()).isNotEqualTo(200);
  }

  private int count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
  }
}
