package org.tipline.channel.email;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.tipline.channel.SampleChannel;

/** Puts the channel together: it answers when there is a mail server to answer by. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmailIsOn.class)
class EmailChannels {

  /** {@link org.tipline.channel.ReplyChannel#send}. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Bean
  SampleChannel emailChannel(
      EmailSettings settings,
      ObjectProvider<JavaMailSender> mail,
      @Value("${tipline.newsroom.name:Tipline}") String newsroom) {
    var incoming = new EmailChannel(settings);
    var sender = mail.getIfAvailable();
    return sender == null ? incoming : answering(incoming, settings, newsroom, sender);
  }

  private static SampleChannel answering(
      EmailChannel incoming, EmailSettings settings, String newsroom, JavaMailSender sender) {
    return new AnsweringEmailChannel(
        incoming,
        new ReplyMails(new OurAddresses(settings.address()), newsroom),
        sender,
        new MailServer(sender, PATIENCE));
  }
}
