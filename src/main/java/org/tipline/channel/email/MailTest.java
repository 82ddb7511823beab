package org.tipline.channel.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.ChannelTest;
import org.tipline.channel.TestFailed;

/** Hands a mail to our own listener. */
@Component
@Conditional(EmailIsOn.class)
class MailTest implements ChannelTest {

  private static final String MILLIS = "10000";

  private final EmailSettings settings;
  private final OurAddresses ours;
  private final SmtpListener listener;
  private final Clock clock;

  MailTest(EmailSettings settings, SmtpListener listener, Clock clock) {
    this.settings = settings;
    this.ours = new OurAddresses(settings.address());
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public ChannelName channel() {
    return EmailChannel.NAME;
  }

  @Override
  public String send(String text) throws TestFailed {
    var place = host() + " port " + listener.port();
    try {
      Transport.send(mail(text));
    } catch (MessagingException e) {
      throw new TestFailed(
          "The listener for mail on " + place + " did not take a mail for " + ours.first() + ".");
    }
    return "Handed a mail for "
        + ours.first()
        + " to the listener on "
        + place
        + ". It does not show whether mail of the world gets that far (MX record, your mail"
        + " server's forwarding): that shows a mail from outside.";
  }

  private MimeMessage mail(String text) throws MessagingException {
    var mail = new MimeMessage(session());
    mail.setFrom(new InternetAddress("test@" + ours.domain()));
    mail.setRecipient(RecipientType.TO, new InternetAddress(ours.first()));
    mail.setSentDate(Date.from(clock.instant()));
    mail.setSubject("Test of the channel");
    mail.setText(text, "us-ascii");
    return mail;
  }

  private Session session() {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", host());
    properties.setProperty("mail.smtp.port", Integer.toString(listener.port()));
    properties.setProperty("mail.smtp.localhost", ours.domain());
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    return Session.getInstance(properties);
  }

  private String host() {
    var bind = settings.smtp().bind();
    return (bind.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bind).getHostAddress();
  }
}
