package org.tipline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.tipline.channel.Channel;
import org.tipline.channel.HalfConfigured;
import org.tipline.outbound.Outbound;
import org.tipline.outbound.OwnAddress;

class TwilioChannelsTests {

  private static final String SID = "tipline.twilio.account-sid=" + Twilio.ACCOUNT;
  private static final String TOKEN = "tipline.twilio.auth-token=" + Twilio.TOKEN;
  private static final String URL = "tipline.public-url=https://tips.example.org";
  private static final String SMS = "tipline.channels.twilio-sms.number=25170";
  private static final String WHATSAPP = "tipline.channels.twilio-whatsapp.number=+254300555000";

  private final ApplicationContextRunner newsroom =
      new ApplicationContextRunner().withUserConfiguration(House.class);

  @Test
  void nothingSetIsNoChannel() {
    newsroom.run(context -> assertThat(context).doesNotHaveBean(Channel.class));
  }

  @Test
  void accountWithoutANumberIsNoChannel() {
    newsroom
        .withPropertyValues(SID, TOKEN, URL)
        .run(context -> assertThat(context).doesNotHaveBean(Channel.class));
  }

  @Test
  void eachNumberPutsItsChannelOn() {
    var account = newsroom.withPropertyValues(SID, TOKEN, URL);

    account
        .withPropertyValues(SMS)
        .run(context -> assertThat(context).getBean(Channel.class).isInstanceOf(SmsChannel.class));
    account
        .withPropertyValues(WHATSAPP)
        .run(
            context ->
                assertThat(context).getBean(Channel.class).isInstanceOf(WhatsAppChannel.class));
    account
        .withPropertyValues(SMS, WHATSAPP)
        .run(context -> assertThat(context.getBeansOfType(Channel.class)).hasSize(2));
  }

  @Test
  void environmentPutsThemOnToo() {
    newsroom
        .withPropertyValues(URL)
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of(
                                "TIPLINE_TWILIO_ACCOUNTSID", Twilio.ACCOUNT,
                                "TIPLINE_TWILIO_AUTHTOKEN", Twilio.TOKEN,
                                "TIPLINE_TWILIO_SECONDARYAUTHTOKEN", "",
                                "TIPLINE_CHANNELS_TWILIOSMS_NUMBER", "25170",
                                "TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER", ""))))
        .run(
            context -> {
              assertThat(context).getBean(Channel.class).isInstanceOf(SmsChannel.class);
              var settings = context.getBean(TwilioSettings.class);
              assertThat(settings.authToken()).isEqualTo(new Secret(Twilio.TOKEN));
              assertThat(settings.secondaryAuthToken()).isNull();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "tipline.twilio.account-sid, tipline.channels.twilio-sms.number=25170",
    "tipline.twilio.auth-token,  tipline.channels.twilio-sms.number=25170",
    "tipline.public-url,         tipline.channels.twilio-sms.number=25170",
    "tipline.twilio.account-sid, tipline.channels.twilio-whatsapp.number=+254300555000",
    "tipline.twilio.auth-token,  tipline.channels.twilio-whatsapp.number=+254300555000",
    "tipline.public-url,         tipline.channels.twilio-whatsapp.number=+254300555000",
  })
  void halfAChannelRefusesToStart(String missing, String number) {
    newsroom
        .withPropertyValues(SID, TOKEN, URL, number, missing + "= ")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(HalfConfigured.class)
                    .hasMessageContaining(missing)
                    .hasMessageContaining(number.substring(0, number.indexOf('=')))
                    .hasMessageNotContaining(Twilio.TOKEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tips.example.org",
        "ftp://tips.example.org",
        "https://",
        "https://me@tips.example.org",
        "https://tips.example.org?x=1",
        "https://tips.example.org#rc=3",
        "https://tips example.org"
      })
  void addressThatIsNotWholeRefusesToStart(String publicUrl) {
    newsroom
        .withPropertyValues(SID, TOKEN, SMS, "tipline.public-url=" + publicUrl)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("Set tipline.public-url"));
  }

  @Test
  void defaultsAreTwiliosOwnHosts() {
    newsroom.run(
        context -> {
          var settings = context.getBean(TwilioSettings.class);
          assertThat(settings.apiUrl()).hasToString("https://api.twilio.com");
          assertThat(settings.mediaHosts())
              .containsExactly(
                  "mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com");
        });
  }

  @ParameterizedTest
  @CsvSource({"never,", "'',", "24h, 24", "' 3d ', 72"})
  void copiesAtTwilioStayAsLongAsTheSettingSays(String setting, @Nullable Long hours) {
    newsroom
        .withPropertyValues(SID, TOKEN, URL, SMS, "tipline.twilio.delete-after=" + setting)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(SmsChannel.class)
                            .eraseAfter()
                            .map(Duration::toHours)
                            .orElse(null))
                    .isEqualTo(hours));
  }

  @Test
  void copiesAtTwilioStayForTheOverlap() {
    newsroom
        .withPropertyValues("tipline.twilio.delete-after=1h")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage("Set tipline.twilio.delete-after to never, or to 24h or more."));
  }

  @Test
  void secretsPrintNothing() {
    newsroom
        .withPropertyValues(TOKEN, "tipline.twilio.secondary-auth-token=" + Twilio.TOKEN)
        .run(
            context ->
                assertThat(Objects.toString(context.getBean(TwilioSettings.class)))
                    .contains("[REDACTED]")
                    .doesNotContain(Twilio.TOKEN));
  }

  @EnableConfigurationProperties({TwilioSettings.class, SmsSettings.class, WhatsAppSettings.class})
  @Import(TwilioChannels.class)
  static class House {

    @Bean
    Outbound outbound() {
      return Twilio.outbound();
    }

    @Bean
    OwnAddress ownAddress() {
      return mock();
    }
  }
}
