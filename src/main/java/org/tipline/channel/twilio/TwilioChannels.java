package org.tipline.channel.twilio;

import static java.util.Objects.requireNonNull;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tipline.channel.ChannelName;
import org.tipline.outbound.Outbound;

/** Puts the two channels together, each when its number is set. */
@Configuration(proxyBeanMethods = false)
class TwilioChannels {

  private static final String SMS_NUMBER = "tipline.channels.twilio-sms.number";
  private static final String WHATSAPP_NUMBER = "tipline.channels.twilio-whatsapp.number";

  private final TwilioSettings settings;
  private final Outbound outbound;
  private final String publicUrl;

  TwilioChannels(
      TwilioSettings settings,
      Outbound outbound,
      @Value("${tipline.public-url:}") String publicUrl) {
    this.settings = settings;
    this.outbound = outbound;
    this.publicUrl = publicUrl;
  }

  @Bean
  @ConditionalOnNumber(SMS_NUMBER)
  SmsChannel smsChannel(SmsSettings sms, @Value("${tipline.newsroom.region:KE}") String region) {
    var senders = new SmsSenders(new PhoneNumbers(region));
    return new SmsChannel(
        line(SmsChannel.NAME, senders, SMS_NUMBER), requireNonNull(sms.number()).strip());
  }

  @Bean
  @ConditionalOnNumber(WHATSAPP_NUMBER)
  WhatsAppChannel whatsAppChannel(WhatsAppSettings whatsApp) {
    return new WhatsAppChannel(
        line(WhatsAppChannel.NAME, new WhatsAppSenders(), WHATSAPP_NUMBER),
        requireNonNull(whatsApp.number()).strip());
  }

  private TwilioLine line(ChannelName channel, Senders senders, String number) {
    return TwilioLine.of(
        channel,
        senders,
        TwilioAccount.of(settings, number),
        PublicUrl.of(publicUrl, number),
        outbound);
  }
}
