package org.tipline.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail from the newsroom's Tipline to its own people. */
@Component
class NewsroomMail {

  private final ObjectProvider<JavaMailSender> mail;
  private final NotifySettings settings;

  NewsroomMail(ObjectProvider<JavaMailSender> mail, NotifySettings settings) {
    this.mail = mail;
    this.settings = settings;
  }

  boolean isConfigured() {
    return mail.getIfAvailable() != null;
  }

  /**
   * Hands one mail to the server.
   *
   * @throws Unsent when there is none, or it does not take it
   */
  void send(String to, String subject, String text) {
    var sender = mail.getIfAvailable();
    if (sender == null) {
      throw new Unsent(
          "no mail server is configured (spring.mail.host)", false, new IllegalStateException());
    }
    try {
      var message = sender.createMimeMessage();
      var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
      helper.setFrom(settings.from());
      helper.setTo(to);
      helper.setSubject(subject);
      helper.setText(text);
      // RFC 3834: nobody's holiday notice should answer a machine.
      message.setHeader("Auto-Submitted", "auto-generated");
      sender.send(message);
    } catch (MessagingException | MailException e) {
      throw new Unsent("mail: " + e.getClass().getSimpleName(), isRefusedForGood(e), e);
    }
  }

  /** The server knows no such mailbox; everything else may be different in an hour. */
  private static boolean isRefusedForGood(Exception e) {
    return e instanceof MailSendException unsent
        && unsent.getFailedMessages().values().stream().anyMatch(NewsroomMail::isUnknownMailbox);
  }

  private static boolean isUnknownMailbox(Exception e) {
    return e instanceof SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }
}
