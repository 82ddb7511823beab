package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.tipline.channel.ReplyChannel;
import org.tipline.intake.Intake;

class EmailSettingsTests {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner().withUserConfiguration(Room.class);

  @Test
  void channelIsOffWithoutAnAddress() {
    application.run(context -> assertThat(context).doesNotHaveBean(EmailChannel.class));
    application
        .withPropertyValues("tipline.channels.email.address=")
        .run(context -> assertThat(context).doesNotHaveBean(SmtpListener.class));
  }

  @Test
  void addressTurnsItOn() {
    application
        .withPropertyValues(
            "tipline.channels.email.address=wananchi@example.org, habari@example.org",
            "tipline.channels.email.smtp.port=0")
        .run(
            context -> {
              assertThat(context).hasSingleBean(EmailChannel.class);
              assertThat(context.getBean(SmtpListener.class).isRunning()).isTrue();
              assertThat(context.getBean(EmailSettings.class).maxByteCount()).isEqualTo(35 << 20);
            });
  }

  @Test
  void mailServerMakesItAnswer() {
    var on =
        application.withPropertyValues(
            "tipline.channels.email.address=wananchi@example.org",
            "tipline.channels.email.smtp.port=0");
    on.run(context -> assertThat(context).doesNotHaveBean(ReplyChannel.class));
    on.withBean(JavaMailSenderImpl.class)
        .run(context -> assertThat(context).hasSingleBean(ReplyChannel.class));
  }

  @ParameterizedTest
  @CsvSource({
    "address=wananchi@example.org, smtp.certificate=a.pem, smtp.private-key",
    "address=wananchi@example.org, smtp.private-key=a.pem, smtp.certificate",
    "smtp.certificate=a.pem, smtp.private-key=b.pem, email.address",
    "address=wananchi, smtp.port=0, email.address",
    "address=wananchi@example.org, max-bytes=1GB, max-bytes"
  })
  void halfOfItDoesNotStart(String first, String second, String missing) {
    var prefix = "tipline.channels.email.";
    application
        .withPropertyValues(prefix + first, prefix + second)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    // what Spring Boot prints as a sentence
                    .hasStackTraceContaining("ConfigurationPropertiesBindException")
                    .rootCause()
                    .hasMessageStartingWith("Set tipline.")
                    .hasMessageContaining(missing));
  }

  @Configuration
  @EnableConfigurationProperties(EmailSettings.class)
  @Import({EmailChannels.class, SmtpListener.class})
  static class Room {

    @Bean
    Intake intake() {
      return mock();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
