package org.tipline.channel.twilio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ChannelOption;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.Medium;
import org.tipline.outbound.Outbound;
import org.tipline.outbound.OwnAddress;

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
    var number = bare(requireNonNull(sms.number()));
    var senders = new SmsSenders(new PhoneNumbers(region));
    return new SmsChannel(line(SmsChannel.NAME, number, senders, SMS_NUMBER), number);
  }

  @Bean
  @ConditionalOnNumber(WHATSAPP_NUMBER)
  WhatsAppChannel whatsAppChannel(WhatsAppSettings whatsApp) {
    var number = bare(requireNonNull(whatsApp.number()));
    var address = "whatsapp:" + number;
    return new WhatsAppChannel(
        line(WhatsAppChannel.NAME, address, new WhatsAppSenders(), WHATSAPP_NUMBER),
        number,
        whatsApp.replyTemplates());
  }

  /** As Twilio writes it, whatever a person put between the digits to read them better. */
  private static String bare(String number) {
    return number.replaceAll("[\\s().-]", "");
  }

  @Bean
  @ConditionalOnNumber(SMS_NUMBER)
  ChannelTest smsTest(SmsSettings sms, OwnAddress ours) {
    return test(SmsChannel.NAME, bare(requireNonNull(sms.number())), SMS_NUMBER, ours);
  }

  @Bean
  @ConditionalOnNumber(WHATSAPP_NUMBER)
  ChannelTest whatsAppTest(WhatsAppSettings whatsApp, OwnAddress ours) {
    var address = "whatsapp:" + bare(requireNonNull(whatsApp.number()));
    return test(WhatsAppChannel.NAME, address, WHATSAPP_NUMBER, ours);
  }

  @Bean
  ChannelOption smsOption() {
    return option(SmsChannel.NAME, Medium.SMS, SMS_NUMBER);
  }

  @Bean
  ChannelOption whatsAppOption() {
    return option(WhatsAppChannel.NAME, Medium.WHATSAPP, WHATSAPP_NUMBER);
  }

  private static ChannelOption option(ChannelName channel, Medium medium, String number) {
    return new ChannelOption(
        channel,
        medium,
        List.of(
            number,
            "tipline.twilio.account-sid",
            "tipline.twilio.auth-token",
            "tipline.public-url"));
  }

  private ChannelTest test(ChannelName channel, String address, String number, OwnAddress ours) {
    var account = TwilioAccount.of(settings, number);
    var signature = new TwilioSignature(PublicUrl.of(publicUrl, number), account.tokens());
    return new TwilioTest(channel, address, account.sid(), signature, ours);
  }

  private TwilioLine line(ChannelName channel, String address, Senders senders, String number) {
    return TwilioLine.of(
        channel,
        address,
        senders,
        TwilioAccount.of(settings, number),
        PublicUrl.of(publicUrl, number),
        outbound);
  }
}
